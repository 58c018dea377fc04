using System.Globalization;
using System.Text.Json;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Housing.Policies;

/// <summary>
/// Reads a file of standards an office can write by hand (居住标准文件), such as docs/examples/occupancy-policies.json:
/// <c>{"policies":[{"division":"110000","since":"2013-07-18","name":"…","areaPerPerson":5,"areaKind":"usable","peoplePerRoom":2,"familyExempt":true}]}</c>.
/// An unknown member is refused: a misspelt one would silently lose a limit.
/// </summary>
public static class OccupancyPolicyReader
{
    private const int LargestFile = 4 << 20;

    /// <summary>Reads and checks the standards.</summary>
    /// <param name="utf8Json">UTF-8, with or without a byte-order mark.</param>
    /// <param name="issues">Everything that is wrong, with JSON pointers: NC2160 to NC2164.</param>
    /// <returns>The standards, or <see langword="null"/> if there are issues.</returns>
    public static OccupancyPolicies? Read(ReadOnlySpan<byte> utf8Json, out IReadOnlyList<Issue> issues)
    {
        if (utf8Json.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            utf8Json = utf8Json[3..];
        }

        OccupancyPolicyData? data = null;
        try
        {
            data = utf8Json.Length > LargestFile ? null : JsonSerializer.Deserialize(utf8Json, OccupancyPolicyJson.Default.OccupancyPolicyData);
        }
        catch (JsonException exception)
        {
            issues = [new Issue(HousingErrors.PolicyUnreadable, new IssueLocation(Line: exception.LineNumber + 1))];
            return null;
        }

        if (data?.Policies is not { } stated)
        {
            issues = [new Issue(HousingErrors.PolicyUnreadable)];
            return null;
        }

        var found = new List<Issue>();
        var policies = stated.Select((entry, i) => Policy(entry ?? new(), string.Create(CultureInfo.InvariantCulture, $"/policies/{i}"), found)).OfType<OccupancyPolicy>().ToList();
        issues = found;
        if (found.Count > 0)
        {
            return null;
        }

        try
        {
            return new OccupancyPolicies(policies);
        }
        catch (ArgumentException)
        {
            issues = [new Issue(HousingErrors.PoliciesOverlap, IssueLocation.At("/policies"))];
            return null;
        }
    }

    /// <summary>Reads and checks a file, for a host that starts.</summary>
    /// <param name="path">Path of the file.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="NewCitizenException">NC2160 to NC2164: the first thing that is wrong.</exception>
    public static OccupancyPolicies ReadFile(string path) =>
        Read(File.ReadAllBytes(path), out var issues) ?? throw new NewCitizenException(issues[0].Code, issues[0].Arguments);

    private static OccupancyPolicy? Policy(OccupancyPolicyData.Entry entry, string place, List<Issue> found)
    {
        var before = found.Count;
        void Wrong(ErrorCode code, string member, params IReadOnlyList<string> arguments) => found.Add(new Issue(code, IssueLocation.At($"{place}/{member}"), arguments));
        void Number(decimal? value, string member, decimal most)
        {
            if (value is <= 0 || value > most)
            {
                Wrong(HousingErrors.NumberOutOfRange, member, "0", most.ToString(CultureInfo.InvariantCulture));
            }
        }

        LocalDate? Day(string? text, string member)
        {
            if (text is null)
            {
                return null;
            }

            var parsed = LocalDatePattern.Iso.Parse(text);
            if (!parsed.Success)
            {
                Wrong(HousingErrors.PolicyDateInvalid, member);
            }

            return parsed.Success ? parsed.Value : null;
        }

        if (!DivisionCode.TryParse(entry.Division, out var division))
        {
            Wrong(HousingErrors.PolicyDivisionInvalid, "division");
        }

        var since = Day(entry.Since, "since");
        var until = Day(entry.Until, "until");
        if (entry.Since is null || until <= since)
        {
            Wrong(HousingErrors.PolicyDateInvalid, entry.Since is null ? "since" : "until");
        }

        if (string.IsNullOrWhiteSpace(entry.Name) || entry.Name.Length > 60)
        {
            Wrong(HousingErrors.TextInvalid, "name", "60");
        }

        Number(entry.AreaPerPerson, "areaPerPerson", 100);
        Number(entry.PeoplePerRoom, "peoplePerRoom", 100);
        Number(entry.LeaseFilingDays, "leaseFilingDays", 366);
        Number(entry.SublessorHomes, "sublessorHomes", 100_000);
        AreaKind? kind = entry.AreaKind switch { null or "usable" => AreaKind.Usable, "floor" => AreaKind.Floor, _ => null };
        if (kind is null)
        {
            Wrong(HousingErrors.PolicyWordUnknown, "areaKind");
        }

        GroupRentalPolicy? group = null;
        if (entry.GroupRental is { } stated)
        {
            Number(stated.Rooms, "groupRental/rooms", 10_000);
            Number(stated.People, "groupRental/people", 100_000);
            Number(stated.Beds, "groupRental/beds", 100_000);
            var duties = (stated.Duties ?? []).Select(Duty).ToList();
            if (duties.Contains(null))
            {
                Wrong(HousingErrors.PolicyWordUnknown, "groupRental/duties");
            }

            group = new GroupRentalPolicy(stated.Rooms, stated.People, stated.Beds, [.. duties.OfType<GroupRentalDuty>()], stated.NoDormitoryInCompound);
        }

        return found.Count > before ? null : new OccupancyPolicy
        {
            Division = division,
            Since = since!.Value,
            Until = until,
            Name = entry.Name!,
            Source = entry.Source,
            AreaPerPerson = entry.AreaPerPerson,
            AreaKind = kind!.Value,
            PeoplePerRoom = entry.PeoplePerRoom,
            FamilyExempt = entry.FamilyExempt,
            BedLettingAllowed = entry.BedLettingAllowed,
            GroupRental = group,
            LeaseFilingDays = entry.LeaseFilingDays,
            SublessorHomes = entry.SublessorHomes,
        };
    }

    private static GroupRentalDuty? Duty(string? text) => text switch
    {
        "manager" => GroupRentalDuty.Manager,
        "register" => GroupRentalDuty.Register,
        "policeFiling" => GroupRentalDuty.PoliceFiling,
        "rules" => GroupRentalDuty.Rules,
        "cctv" => GroupRentalDuty.Cctv,
        "fireKit" => GroupRentalDuty.FireKit,
        _ => null,
    };
}
