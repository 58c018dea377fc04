namespace NewCitizen.Divisions;

/// <summary>How a code stands to a date (代码与日期的关系). None of them makes a number wrong by itself.</summary>
public enum DivisionStanding
{
    /// <summary>The code can have been in force on the date.</summary>
    Known,

    /// <summary>No edition known here has the code.</summary>
    Unknown,

    /// <summary>The code came into being after the year of the date.</summary>
    YoungerThanDate,

    /// <summary>The code ended before the year of the date.</summary>
    AbolishedBeforeDate,
}
