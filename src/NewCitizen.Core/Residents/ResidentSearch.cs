using NewCitizen.Addresses;

namespace NewCitizen.Residents;

/// <summary>
/// What to look for (检索条件). At most one of name, phone, document and address; none lists all files, newest first.
/// Encrypted fields are found by equality only: a whole name, or the first character of one.
/// </summary>
public sealed record ResidentSearch
{
    /// <summary>A whole name, or one character: the first of the name.</summary>
    public string? Name { get; init; }

    /// <summary>A whole mobile number.</summary>
    public string? Phone { get; init; }

    /// <summary>A whole identity number of any kind.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>An address where they live now.</summary>
    public StandardAddressId? Address { get; init; }

    /// <summary>1 to 200 files.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Cursor of the page before.</summary>
    public string? After { get; init; }

    /// <summary>Which condition, never its value.</summary>
    public override string ToString() =>
        Name is not null ? "by name" : Phone is not null ? "by phone" : DocumentNumber is not null ? "by document" : Address is not null ? "by address" : "all";
}
