using System.Globalization;
using System.Text;
using System.Text.Json;
using NewCitizen.Errors;
using NewCitizen.Exchange.Schemas;
using NewCitizen.Identity;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Exchange.Checking;

/// <summary>Rules beyond JSON Schema, for values that fit the schema.</summary>
internal sealed partial class LineCheck
{
    private void Apply(CheckNode node, ReadOnlySpan<byte> text)
    {
        switch (node.Rule)
        {
            case BusinessRule.PersonName when !IsPlainHan(text) && !PersonName.TryParse(Encoding.UTF8.GetString(text), out _, out var nameError):
                Add(nameError, keyword: null);
                break;
            case BusinessRule.CreditCode when !UnifiedSocialCreditCode.TryParse(text, out _, out var codeError):
                Add(codeError, keyword: null);
                break;
            case BusinessRule.KnownCode when node.Table is { } table && !IsKnown(table, text):
                Add(ExchangeErrors.UnknownCode, keyword: null, node.Source.CodeList!);
                break;
            default:
                break;
        }
    }

    private void Apply(CheckNode node, ReadOnlySpan<MemberSlice> slices, ReadOnlySpan<byte> line)
    {
        switch (node.Rule)
        {
            case BusinessRule.Period:
                Period(node, slices, line);
                break;
            case BusinessRule.IdentityDocument:
                Period(node, slices, line);
                Document(node, slices, line);
                break;
            case BusinessRule.BirthDate when _births.Count > 0 && Slice(node, "birthDate", slices) is { Length: > 0 } birth && !_births.Contains(CalendarText.Number(Raw(birth, line))):
                AddAt("birthDate", ExchangeErrors.BirthDateDiffers, keyword: null);
                break;
            case BusinessRule.OtherRecord when Raw(Slice(node, "k", slices), line).SequenceEqual(Raw(Slice(node, "into", slices), line)):
                AddAt("into", ExchangeErrors.MergedIntoItself, keyword: null);
                break;
            default:
                break;
        }
    }

    private void Period(CheckNode node, ReadOnlySpan<MemberSlice> slices, ReadOnlySpan<byte> line)
    {
        var until = Raw(Slice(node, "until", slices), line);
        if (!until.IsEmpty && until.SequenceCompareTo(Raw(Slice(node, "since", slices), line)) < 0)
        {
            AddAt("until", ExchangeErrors.PeriodOrder, keyword: null);
        }
    }

    private void Document(CheckNode node, ReadOnlySpan<MemberSlice> slices, ReadOnlySpan<byte> line)
    {
        var kind = (IdentityDocumentKind)int.Parse(Raw(Slice(node, "kind", slices), line), CultureInfo.InvariantCulture);
        var number = Encoding.UTF8.GetString(Raw(Slice(node, "number", slices), line));
        var country = Encoding.UTF8.GetString(Raw(Slice(node, "country", slices), line));
        var from = Day(Raw(Slice(node, "validFrom", slices), line));
        var until = Day(Raw(Slice(node, "validUntil", slices), line));
        var isCitizen = kind is IdentityDocumentKind.ResidentIdentityCard or IdentityDocumentKind.TemporaryIdentityCard or IdentityDocumentKind.HouseholdRegister or IdentityDocumentKind.HmtResidencePermit;
        if (isCitizen && CitizenNumber.TryParse(number, _asOf, out var citizen, out _))
        {
            var birth = citizen.BirthDate;
            _births.Add((birth.Year * 10_000) + (birth.Month * 100) + birth.Day);
            if (citizen.IsHmtPermit == (kind == IdentityDocumentKind.HmtResidencePermit) && country == "CHN" && !(until < from))
            {
                return;
            }
        }

        if (!IdentityDocument.TryCreate(kind, number, country, from, until, out _, out var error, _asOf))
        {
            var member = error == IdentityErrors.IssuingCountry ? "country" : error == IdentityErrors.ValidityOrder ? "validUntil" : "number";
            AddAt(member, error, keyword: null);
        }
    }

    private void UniqueKeys(ReadOnlySpan<byte> array)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(array);
        var index = -1;
        while (reader.Read())
        {
            index += reader.TokenType == JsonTokenType.StartObject ? 1 : 0;
            if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == 2 && reader.ValueTextEquals("key"u8) && reader.Read() && !keys.Add(reader.GetString()!))
            {
                _path.Push(index);
                AddAt("key", ExchangeErrors.ExtensionTwice, keyword: null);
                _path.Pop();
            }
        }
    }

    private static MemberSlice Slice(CheckNode node, string name, ReadOnlySpan<MemberSlice> slices) =>
        node.IndexOf(name) is >= 0 and var index ? slices[index] : default;

    private static ReadOnlySpan<byte> Raw(MemberSlice slice, ReadOnlySpan<byte> line)
    {
        if (!slice.IsEscaped)
        {
            return line.Slice(slice.Start, slice.Length);
        }

        var reader = new Utf8JsonReader(line.Slice(slice.Start - 1, slice.Length + 2));
        reader.Read();
        return Encoding.UTF8.GetBytes(reader.GetString()!);
    }

    private static LocalDate? Day(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
        {
            return null;
        }

        var number = CalendarText.Number(text);
        return new LocalDate(number / 10_000, number / 100 % 100, number % 100);
    }

    /// <summary>Up to 60 characters of U+4E00 to U+9FFF: most names, and all of them good ones.</summary>
    private static bool IsPlainHan(ReadOnlySpan<byte> text)
    {
        if (text.Length > PersonName.MaxLength * 3 || text.Length % 3 != 0)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i += 3)
        {
            if (text[i] is < 0xE5 or > 0xE9 && !(text[i] == 0xE4 && text[i + 1] >= 0xB8))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsKnown(Codes.CodeTable table, ReadOnlySpan<byte> code)
    {
        Span<char> text = stackalloc char[2];
        var length = Encoding.UTF8.GetChars(code, text);
        return table.TryFind(text[..length], out _) || (length == 1 && Codes.CodeTables.FamilyRelationBrief.TryFind(text[..length], out _));
    }
}
