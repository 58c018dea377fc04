using System.Text.RegularExpressions;

namespace NewCitizen.Addresses.Normalisation;

/// <summary>Reads what stands behind street or estate: building, entrance, room, bed.</summary>
internal static partial class DoorReader
{
    public static NormalAddress Read(NormalAddress address, string tail)
    {
        var tokens = Token().Matches(tail).Select(match => (Value: match.Groups["value"].Value, Word: match.Groups["word"].Value)).ToList();
        string? building = null, unit = null, room = null, bed = null;
        var uncertain = false;
        var plain = new List<string>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var (value, word) = tokens[i];
            var last = i == tokens.Count - 1 || (i == tokens.Count - 2 && tokens[^1].Word.StartsWith('床'));
            switch (word)
            {
                case "号楼" or "栋" or "幢" or "座":
                    building = Trim(value);
                    break;
                case "楼" when building is not null:
                case "层":
                    break;
                case "楼":
                    building = Trim(value);
                    uncertain = !last && tokens[i + 1].Value.StartsWith(value, StringComparison.Ordinal);
                    break;
                case "单元" or "门":
                    unit = Trim(value);
                    break;
                case "室" or "房" or "房间" or "户" or "号房":
                    room = Trim(value);
                    break;
                case "床" or "床位":
                    bed = value;
                    break;
                case "号" when last && (building is not null || value.Length >= 3):
                    room = Trim(value);
                    break;
                case "号" when building is null:
                    building = Trim(value);
                    break;
                default:
                    plain.Add(value);
                    break;
            }
        }

        // What has no word is read by its place: building, entrance, room.
        switch (plain.Count)
        {
            case 1 when room is null && building is null && unit is null && LetterRoom().Match(plain[0]) is { Success: true } split:
                (building, room) = (split.Groups["letter"].Value, Trim(split.Groups["number"].Value));
                break;
            case 1 when room is null && (building is not null || unit is not null || plain[0].Length >= 3):
                room = Trim(plain[0]);
                break;
            case 1 when building is null:
                building = Trim(plain[0]);
                uncertain = unit is null;
                break;
            case 1 when unit is null:
                unit = Trim(plain[0]);
                break;
            case 2 when building is null && unit is null && room is null:
                (building, room) = (Trim(plain[0]), Trim(plain[1]));
                uncertain = true;
                break;
            case 2 when building is null && room is null:
                (building, room) = (Trim(plain[0]), Trim(plain[1]));
                break;
            case 2 when unit is null && room is null:
                (unit, room) = (Trim(plain[0]), Trim(plain[1]));
                break;
            case 2 when building is null && unit is null:
                (building, unit) = (Trim(plain[0]), Trim(plain[1]));
                break;
            case >= 3:
                (building, unit, room) = (building ?? Trim(plain[0]), unit ?? Trim(plain[1]), room ?? Trim(string.Join('-', plain.Skip(2))));
                break;
            default:
                break;
        }

        return address with { Building = building, Unit = unit, Room = room, Bed = bed, BuildingIsUncertain = uncertain };
    }

    private static string Trim(string value) => value.TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";

    [GeneratedRegex("(?<value>[A-Z]?[0-9]+[A-Z]?|[A-Z])(?<word>号楼|号房|栋|幢|座|楼|单元|门|层|室|房间|房|户|号|床位|床)?-?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("^(?<letter>[A-Z])(?<number>[0-9]{3,})$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LetterRoom();
}
