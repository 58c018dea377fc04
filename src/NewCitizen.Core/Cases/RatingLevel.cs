namespace NewCitizen.Cases;

/// <summary>How somebody found the service (好差评等级), five levels of 国办发〔2019〕51号; the last two are negative.</summary>
public enum RatingLevel
{
    /// <summary>非常不满意. Negative.</summary>
    VeryDissatisfied = 1,

    /// <summary>不满意. Negative.</summary>
    Dissatisfied = 2,

    /// <summary>基本满意.</summary>
    Fair = 3,

    /// <summary>满意.</summary>
    Satisfied = 4,

    /// <summary>非常满意.</summary>
    VerySatisfied = 5,
}
