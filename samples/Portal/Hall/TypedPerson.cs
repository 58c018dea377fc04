using System.Globalization;
using NewCitizen.Appointments;
using NewCitizen.Identity;
using NewCitizen.Residents;

namespace Portal.Hall;

/// <summary>Whom a booking is for, as typed.</summary>
public sealed class TypedPerson
{
    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? Number { get; set; }

    public string? Phone { get; set; }

    /// <summary>Which field an issue of the manager belongs to.</summary>
    public static IReadOnlyDictionary<string, string> Fields { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/name"] = "Person.Name",
        ["/document"] = "Person.Number",
        ["/document/kind"] = "Person.Kind",
        ["/document/number"] = "Person.Number",
        ["/phone"] = "Person.Phone",
    };

    /// <summary>The same for an issue of a case's applicant.</summary>
    public static IReadOnlyDictionary<string, string> ApplicantFields { get; } = Fields.ToDictionary(pair => "/applicant" + pair.Key, pair => pair.Value, StringComparer.Ordinal);

    public static IReadOnlyList<(string Value, string Text)> Kinds() =>
        [(string.Empty, Words.T("按号码自动识别", "Told by the number")), .. IdentityDocumentKinds.All.Select(kind => (((int)kind).ToString(CultureInfo.InvariantCulture), kind.Name()))];

    public StatedPerson State() => new()
    {
        Name = Name ?? string.Empty,
        Document = new StatedDocument { Kind = string.IsNullOrEmpty(Kind) ? null : Kind, Number = Number ?? string.Empty },
        Phone = string.IsNullOrWhiteSpace(Phone) ? null : Phone,
    };

    public override string ToString() => "…";
}
