namespace NewCitizen.Permits;

/// <summary>
/// Which day the years of Art. 10 are counted from (居住年限起算). The article speaks of each full year of residence of a permit's holder and does not
/// say from which day; cities read it differently.
/// </summary>
public enum PermitYearsFrom
{
    /// <summary>The day of issue (签发之日): the reading used unless a city's policy says otherwise.</summary>
    Issue,

    /// <summary>The first day of the continuous stay the application rested on (居住之日).</summary>
    Residence,
}
