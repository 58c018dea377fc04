namespace NewCitizen.Collection.Rules;

/// <summary>Where a person stays, as far as duties to report depend on it (居住场所).</summary>
public enum Dwelling
{
    /// <summary>A home let by a landlord (租赁房屋).</summary>
    Rented,

    /// <summary>Housing of the employer (单位宿舍).</summary>
    EmployerHousing,

    /// <summary>With a household (居民家中).</summary>
    Household,

    /// <summary>The person's own home (自有住房).</summary>
    OwnHome,

    /// <summary>A hotel or other lodging that keeps a register (旅馆).</summary>
    Hotel,
}
