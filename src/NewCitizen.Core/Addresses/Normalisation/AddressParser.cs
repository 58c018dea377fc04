using System.Text.RegularExpressions;

namespace NewCitizen.Addresses.Normalisation;

/// <summary>
/// Takes an address apart (地址解析): division, zone, street and number, estate, building, entrance, room, bed. Knows the many ways people write them
/// (第三大街 and 3大街; 号楼, 栋, 幢; 3-2-201) and no map: it cannot know which estate stands on which street. Thread-safe.
/// </summary>
public static partial class AddressParser
{
    /// <summary>Takes a text apart. Never fails: what it does not understand stays in the estate, and so does a text of more than 200 characters.</summary>
    /// <param name="text">The address as typed.</param>
    public static NormalAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > DeclareAddress.MaxLength)
        {
            return new NormalAddress { Estate = text };
        }

        var rest = AddressText.Fold(text);
        var address = Region(ref rest);
        address = Road(address, ref rest);
        var tail = Tail().Match(rest);
        var name = tail.Success ? rest[..tail.Index] : rest;
        if (Section().Match(name) is { Success: true } section)
        {
            address = address with { Section = section.Value };
            name = name[..section.Index];
        }

        name = name.Trim('-');
        address = address with { Estate = name.Length == 0 ? null : name };
        return tail.Success ? DoorReader.Read(address, tail.Value) : address;
    }

    private static NormalAddress Region(ref string rest)
    {
        var words = AddressVocabulary.Default;
        var address = new NormalAddress();
        var zones = new List<string>();
        rest = Strip(rest, "中国");
        for (var again = true; again;)
        {
            again = false;
            if (address.Province is null && zones.Count == 0 && Leading(rest, words.Provinces, ["省", "市"]) is { } province && Longer(words.ZoneNames, rest) <= province.Length)
            {
                (address, rest, again) = (address with { Province = Short(province) }, rest[province.Length..], true);
            }
            else if (address.City is null && zones.Count == 0 && Leading(rest, words.Cities, ["市"]) is { } city)
            {
                (address, rest, again) = (address with { City = Short(city) }, rest[city.Length..], true);
            }
            else if (address.District is null && zones.Count == 0 && words.Districts.Where(rest.StartsWith).MaxBy(name => name.Length) is { } district && Longer(words.ZoneNames, rest) < district.Length)
            {
                (address, rest, again) = (address with { District = district }, rest[district.Length..], true);
            }
            else if (words.ZoneNames.FirstOrDefault(rest.StartsWith) is { } zone && !Generic().IsMatch(rest[zone.Length..]))
            {
                zones.Add(words.Zone(zone).Key);
                (rest, again) = (rest[zone.Length..], true);
            }
        }

        if (Quarter().Match(rest) is { Success: true } quarter)
        {
            address = address with { Quarter = quarter.Value };
            rest = rest[quarter.Length..];
        }

        return address with { Zones = [.. zones.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] };
    }

    private static NormalAddress Road(NormalAddress address, ref string rest)
    {
        if (Street().Match(rest) is not { Success: true } street)
        {
            return address;
        }

        address = address with { Street = street.Groups["street"].Value };
        rest = rest[street.Length..];
        if (Crossing().Match(rest) is { Success: true } crossing)
        {
            rest = rest[crossing.Length..];
        }

        if (StreetNumber().Match(rest) is { Success: true } number)
        {
            var prefix = number.Groups["before"].Value + number.Groups["after"].Value;
            var more = number.Groups["more"].Success ? "-" + number.Groups["more"].Value : number.Groups["added"].Success ? "-" + number.Groups["added"].Value : null;
            address = address with { Number = prefix + number.Groups["number"].Value.TrimStart('0') + more };
            rest = rest[number.Length..].TrimStart('-');
        }
        else if (BareNumber().Match(rest) is { Success: true } bare)
        {
            address = address with { Number = bare.Groups["number"].Value.TrimStart('0') };
            rest = rest[bare.Length..];
        }

        return address;
    }

    // 天津 without 市 is a region only when more than a word like 路 follows: 天津路 is a street.
    private static string? Leading(string rest, IEnumerable<string> names, string[] endings)
    {
        string? longest = null;
        foreach (var name in names)
        {
            var shorter = Short(name);
            foreach (var form in endings.Select(ending => shorter + ending).Append(name))
            {
                if (rest.StartsWith(form, StringComparison.Ordinal) && form.Length > (longest?.Length ?? 0))
                {
                    longest = form;
                }
            }

            if (longest is null && shorter.Length >= 2 && rest.StartsWith(shorter, StringComparison.Ordinal) && OpensRegion(rest[shorter.Length..]))
            {
                longest = shorter;
            }
        }

        return longest;
    }

    private static bool OpensRegion(string rest) =>
        AddressVocabulary.Default.ZoneNames.Any(zone => rest.StartsWith(zone, StringComparison.Ordinal))
        || AddressVocabulary.Default.Districts.Any(rest.StartsWith)
        || AddressVocabulary.Default.Cities.Any(rest.StartsWith);

    private static int Longer(IEnumerable<string> names, string rest) => names.FirstOrDefault(name => rest.StartsWith(name, StringComparison.Ordinal))?.Length ?? 0;

    private static string Short(string name) => name.Length > 2 && name[^1] is '省' or '市' ? name[..^1] : name;

    private static string Strip(string text, string lead) => text.StartsWith(lead, StringComparison.Ordinal) ? text[lead.Length..] : text;

    [GeneratedRegex("^(?:[东西南北中]?(?:路|街|道|大街|大道)|公寓|小区|花园|家园|园|里|苑|村|城|广场|大厦|中心|医院|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Generic();

    [GeneratedRegex("^[东西中]区", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Quarter();

    [GeneratedRegex("^(?<street>(?:[^0-9号楼-]{1,10}?[0-9]*|[0-9]+)(?:大街|大道|马路|经路|纬路|路|街|道))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Street();

    [GeneratedRegex("^(?:与|和)?[^0-9号]{0,6}?[0-9]*(?:大街|大道|路|街|道)(?:交口|交叉口|交汇处|路口)(?:[东西南北]{1,2}[侧角])?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Crossing();

    [GeneratedRegex("^(?<before>[甲乙丙丁])?(?<number>[0-9]+)(?:-(?<more>[0-9]+))?号(?!楼|房)(?:院内|院|内)?(?<after>[甲乙丙丁])?(?:(?:之|增)(?<added>[0-9]+)号?|-(?<added>[0-9]{1,2})号?$)?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex StreetNumber();

    [GeneratedRegex("^(?<number>[0-9]+)(?:-(?=[0-9]+-[0-9])|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BareNumber();

    [GeneratedRegex("(?:[0-9]+期|[A-Z]区|[东西南北中]区)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Section();

    [GeneratedRegex("(?:(?>[A-Z][0-9]+[A-Z]?|[0-9]+[A-Z]?|[A-Z](?=号楼|栋|幢|座|楼|单元|门|床|-[0-9]))(?:号楼|号房|栋|幢|座|楼|单元|门|层|室|房间|房|户|号|床位|床)?-?)+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tail();
}
