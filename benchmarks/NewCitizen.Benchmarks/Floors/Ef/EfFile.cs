namespace NewCitizen.Benchmarks.Floors.Ef;

/// <summary>A row of <c>citizen_file</c> as EF Core maps it.</summary>
internal sealed class EfFile
{
    public required string Agency { get; set; }

    public required Guid Id { get; set; }

    public long Version { get; set; }

    public required string Status { get; set; }

    public required byte[] DocumentHash { get; set; }

    public byte[]? PhoneHash { get; set; }

    public byte[]? NameHash { get; set; }

    public string? Sex { get; set; }

    public int? BirthYear { get; set; }

    public string? OriginDivision { get; set; }

    public DateOnly RegisteredOn { get; set; }

    public Guid? AddressId { get; set; }

    public required string Body { get; set; }

    public static EfFile Of(FileRow row) => new()
    {
        Agency = FileRow.Agency,
        Id = row.Id,
        Version = 1,
        Status = row.Status,
        DocumentHash = row.DocumentHash,
        PhoneHash = row.PhoneHash,
        NameHash = row.NameHash,
        Sex = row.Sex,
        BirthYear = row.BirthYear,
        OriginDivision = row.OriginDivision,
        RegisteredOn = row.RegisteredOn.ToDateOnly(),
        AddressId = row.AddressId,
        Body = System.Text.Encoding.UTF8.GetString(row.Body),
    };
}
