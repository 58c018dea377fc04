using System.Security.Cryptography;
using System.Text.Json;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Collection;

/// <summary>A report as it was stated, in an order that does not depend on how it came: kept while it is held, and told apart by its digest.</summary>
internal sealed class Statement
{
    public int Party { get; set; }

    public int Kind { get; set; }

    public required string Name { get; set; }

    public string? DocumentKind { get; set; }

    public required string DocumentNumber { get; set; }

    public string? DocumentCountry { get; set; }

    public Guid? Home { get; set; }

    public string? Address { get; set; }

    public string? DivisionCode { get; set; }

    public LocalDate On { get; set; }

    public required SortedDictionary<string, string> Facts { get; set; }

    public required SortedDictionary<string, string> Seen { get; set; }

    public int? Confidence { get; set; }

    public required string Channel { get; set; }

    public static Statement Of(ReportStay command) => new()
    {
        Party = (int)command.Party,
        Kind = (int)command.Kind,
        Name = command.Name,
        DocumentKind = command.Document.Kind,
        DocumentNumber = command.Document.Number,
        DocumentCountry = command.Document.Country,
        Home = command.Home?.Value,
        Address = command.Address,
        DivisionCode = command.DivisionCode,
        On = command.On,
        Facts = new(command.Facts.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        Seen = new(command.Seen.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal),
        Confidence = (int?)command.Confidence,
        Channel = command.Channel,
    };

    public static Statement Read(string json) => JsonSerializer.Deserialize(json, CollectionJson.Default.Statement)!;

    public string ToJson() => JsonSerializer.Serialize(this, CollectionJson.Default.Statement);

    public byte[] Digest() => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, CollectionJson.Default.Statement));

    public ReportStay ToCommand() => new()
    {
        Party = (ReportingParty)Party,
        Kind = (StayReportKind)Kind,
        Name = Name,
        Document = new StatedDocument { Number = DocumentNumber, Kind = DocumentKind, Country = DocumentCountry },
        Home = Home is { } home ? new(home) : null,
        Address = Address,
        DivisionCode = DivisionCode,
        On = On,
        Facts = Facts,
        Seen = Seen,
        Confidence = (FactConfidence?)Confidence,
        Channel = Channel,
    };
}
