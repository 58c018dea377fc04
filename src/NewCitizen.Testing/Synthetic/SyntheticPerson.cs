using NodaTime;

namespace NewCitizen.Testing.Synthetic;

/// <summary>A made-up person as a roster would show them, in plain text. Nobody real is meant.</summary>
public sealed record SyntheticPerson
{
    /// <summary>Name (姓名): Han, ethnic with ·, or foreign in Latin letters.</summary>
    public required string Name { get; init; }

    /// <summary>Sex (性别): 男 or 女.</summary>
    public required string Sex { get; init; }

    /// <summary>Ethnic group (民族) such as 汉族; null for foreigners.</summary>
    public string? Ethnicity { get; init; }

    /// <summary>Birth date (出生日期).</summary>
    public required LocalDate BirthDate { get; init; }

    /// <summary>Kind of document (证件类型): 居民身份证 or 护照.</summary>
    public required string DocumentKind { get; init; }

    /// <summary>
    /// Number of the document (证件号码). A citizen number has a real province and the county 00 (<c>120100</c>), which no person is
    /// registered under: it parses and its check digit fits, and it cannot be anybody's.
    /// </summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Mobile number (联系电话), 11 digits, in the network 154 that was not allocated in 2023: well-formed, and nobody answers.</summary>
    public required string Mobile { get; init; }

    /// <summary>Registered home (户籍地址), with counties and villages that do not exist; null for foreigners.</summary>
    public string? Origin { get; init; }

    /// <summary>Present home (现住址): a made-up apartment in TEDA, down to the bed.</summary>
    public required string Address { get; init; }

    /// <summary>Employer (工作单位), made up.</summary>
    public required string Employer { get; init; }

    /// <summary>Education (文化程度) such as 大学本科.</summary>
    public required string Education { get; init; }

    /// <summary>Day of the residence registration (登记日期), from 2024 to 2026.</summary>
    public required LocalDate RegisteredOn { get; init; }

    /// <summary>The kind of document only: even made-up people are not printed by accident.</summary>
    public override string ToString() => $"synthetic person ({DocumentKind})";
}
