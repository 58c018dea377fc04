namespace NewCitizen.Permits;

/// <summary>Which of the three conditions of Art. 2 an application rests on (申领途径).</summary>
public enum PermitRoute
{
    /// <summary>合法稳定就业: a lawful and stable job.</summary>
    Job,

    /// <summary>合法稳定住所: a lawful and stable home.</summary>
    Home,

    /// <summary>连续就读: continuous study.</summary>
    Study,
}
