namespace NewCitizen.Inspections;

/// <summary>What an inspector says to an item (检查结论).</summary>
public enum AnswerVerdict
{
    /// <summary>As it has to be (合格).</summary>
    Pass,

    /// <summary>Not as it has to be: makes a hazard (不合格).</summary>
    Fail,

    /// <summary>Does not apply here (不涉及).</summary>
    NotApplicable,
}
