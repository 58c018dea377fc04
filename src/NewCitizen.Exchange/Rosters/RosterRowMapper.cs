using System.Collections.Frozen;
using System.Globalization;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.Residents;

namespace NewCitizen.Exchange.Rosters;

/// <summary>Makes the command of a row. Refused cells are left out of it, so that the rest of the row can still be checked.</summary>
internal sealed class RosterRowMapper(string sha256)
{
    private const int LegacyLength = 15;
    private const int DigestLength = 12;

    private static readonly RosterField[] s_kept = [RosterField.HouseholderRelation, RosterField.NativePlace, RosterField.Remark];

    // A roster has no field for the issuing country; offices that need one add a column.
    private static readonly string[] s_countryHeadings = ["签发国家", "签发国家（地区）", "国籍", "国家代码", "国籍代码"];

    private readonly string _file = sha256[..DigestLength];

    public RegisterResident Map(RosterRow row, List<Issue> issues)
    {
        var kind = Text(row, RosterField.DocumentKind);
        return new RegisterResident
        {
            Name = Text(row, RosterField.Name) ?? string.Empty,
            Document = new StatedDocument { Kind = kind, Number = Number(row, kind, issues), Country = Country(row) },
            Sex = Text(row, RosterField.Sex),
            BirthDate = row[RosterField.BirthDate].Date,
            Phone = Text(row, RosterField.Phone),
            Ethnicity = Text(row, RosterField.Ethnicity),
            Education = Text(row, RosterField.Education),
            MaritalStatus = Text(row, RosterField.MaritalStatus),
            PoliticalStatus = Text(row, RosterField.PoliticalStatus),
            InflowReason = Text(row, RosterField.InflowReason),
            Employer = Text(row, RosterField.Employer),
            Occupation = Text(row, RosterField.Occupation),
            OriginAddress = Text(row, RosterField.HukouAddress),
            Residence = Residence(row, issues),
            Extensions = Extensions(row, issues),
            Source = new RecordSource("roster", string.Create(CultureInfo.InvariantCulture, $"{_file}:{row.Row}")),
        };
    }

    private static string? Text(RosterRow row, RosterField field) => row[field] is { IsBlank: false, IsRefused: false } cell ? cell.Text : null;

    private static string Number(RosterRow row, string? kind, List<Issue> issues)
    {
        var number = Text(row, RosterField.DocumentNumber) ?? string.Empty;
        if (number.Length != LegacyLength || number.AsSpan().ContainsAnyExceptInRange('0', '9') || !MayBeCitizen(kind))
        {
            return number;
        }

        if (!LegacyCitizenNumber.TryUpgrade(number, out var upgraded, out var error))
        {
            issues.Add(new Issue(error, row.At(RosterField.DocumentNumber)));
            return string.Empty;
        }

        issues.Add(new Issue(RosterErrors.NumberUpgraded, row.At(RosterField.DocumentNumber)));
        return upgraded.ToString("F");
    }

    private static bool MayBeCitizen(string? kind) =>
        kind is null
        || (IdentityDocumentKinds.TryFind(kind, out var known)
            && known is IdentityDocumentKind.ResidentIdentityCard or IdentityDocumentKind.TemporaryIdentityCard or IdentityDocumentKind.HouseholdRegister);

    private static string? Country(RosterRow row)
    {
        if (row.Extension.Count == 0) return null;
        foreach (var heading in s_countryHeadings)
        {
            if (!row.Extension.TryGetValue(heading, out var cell)) continue;
            var code = cell.Text.ToUpperInvariant();
            if (code.Length == 3 && !code.AsSpan().ContainsAnyExceptInRange('A', 'Z')) return code == "CHN" ? null : code;
        }

        return null;
    }

    private static StatedResidence? Residence(RosterRow row, List<Issue> issues)
    {
        if (Text(row, RosterField.CurrentAddress) is { } address)
        {
            return new StatedResidence
            {
                Address = address,
                RegisteredOn = row[RosterField.RegistrationDate].Date,
                Since = row[RosterField.MoveInDate].Date,
                DwellingType = Text(row, RosterField.DwellingKind),
            };
        }

        if (!row[RosterField.CurrentAddress].IsRefused) issues.Add(new Issue(RosterErrors.NoCurrentAddress, row.At(RosterField.CurrentAddress)));
        return null;
    }

    private static IReadOnlyDictionary<string, string> Extensions(RosterRow row, List<Issue> issues)
    {
        Dictionary<string, string>? kept = null;
        foreach (var field in s_kept)
        {
            if (Text(row, field) is { } text) Keep(RosterFields.ChineseName(field), text, row.At(field));
        }

        foreach (var (heading, cell) in row.Extension)
        {
            if (!cell.IsRefused) Keep(heading, cell.Text, row.At() with { Column = heading });
        }

        return (IReadOnlyDictionary<string, string>?)kept ?? FrozenDictionary<string, string>.Empty;

        void Keep(string key, string value, IssueLocation place)
        {
            if (value.Length > ExtensionBag.MaxValueLength)
            {
                issues.Add(new Issue(RosterErrors.TextTooLong, place, [ExtensionBag.MaxValueLength.ToString(CultureInfo.InvariantCulture)]));
                return;
            }

            kept ??= new(StringComparer.Ordinal);
            kept[key.Length <= ExtensionBag.MaxKeyLength ? key : key[..ExtensionBag.MaxKeyLength]] = value;
        }
    }
}
