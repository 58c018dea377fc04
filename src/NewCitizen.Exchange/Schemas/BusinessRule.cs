namespace NewCitizen.Exchange.Schemas;

/// <summary>Rules beyond JSON Schema that the checker applies to a node which fits the schema.</summary>
internal enum BusinessRule
{
    None,

    /// <summary>A person's name in the sense of the SDK.</summary>
    PersonName,

    /// <summary>A unified social credit code with both check characters.</summary>
    CreditCode,

    /// <summary>The code should be in the code list; unknown ones warn.</summary>
    KnownCode,

    /// <summary><c>until</c> is not before <c>since</c>.</summary>
    Period,

    /// <summary>Number, country and validity of an identity document fit its kind.</summary>
    IdentityDocument,

    /// <summary>The birth date is the one inside the citizen numbers.</summary>
    BirthDate,

    /// <summary>No key is given twice.</summary>
    UniqueKeys,

    /// <summary><c>into</c> is not <c>k</c>.</summary>
    OtherRecord,
}
