using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>What a resident's file shows to the store: blind indexes of what is encrypted, and columns for statistics.</summary>
internal sealed class ResidentIndexes(BlindIndexer indexer)
{
    private const string Exact = "exact";
    private const string First = "first";

    private static readonly string s_kind = ResidentKind.Kind.Name;

    public FieldValue[] Fields(Resident resident)
    {
        // A merged file, or one handed over, gives up everything it could be found by; only its id is left.
        var findable = resident.Status == ResidentStatus.Active;
        var names = findable ? resident.Names : [];
        var open = resident.Registrations.Where(stay => stay.IsCurrent);
        return
        [
            FieldValue.Text(resident.Status switch { ResidentStatus.Active => "active", ResidentStatus.Merged => "merged", _ => "handed-over" }),
            Blind(findable ? resident.Documents : [], ResidentKind.Documents, document => document.Value.ToMatchKey()),
            Blind(findable ? resident.Phones : [], ResidentKind.Phones, phone => phone.Value.ToString("F")),
            Blind(names, ResidentKind.Names, name => name.Value.ToSearchKey()),
            Blind(names, ResidentKind.FirstCharacters, name => name.Value.ToFirstCharacter(), isShort: true),
            Many(findable ? [.. open] : Array.Empty<ResidenceRegistration>(), stay => stay.Address.Value.ToByteArray(bigEndian: true)),
            FieldValue.Text(((int)resident.Sex).ToString(System.Globalization.CultureInfo.InvariantCulture)),
            resident.BirthDate is { } birth ? FieldValue.Integer(birth.Year) : FieldValue.Null,
            FieldValue.Text(resident.Origins.LastOrDefault(origin => origin.IsCurrent)?.Value.DivisionCode),
            FieldValue.Date(LastEnd(resident)),
            Blind(
                findable ? [.. resident.Documents.Where(document => document.Value.Kind == IdentityDocumentKind.Passport)] : Array.Empty<Dated<IdentityDocument>>(),
                ResidentKind.Passports,
                document => document.Value.RevealNumber()),
        ];
    }

    public FieldValue[] DocumentQuery(IdentityDocument document) =>
        [.. indexer.ComputeAll(s_kind, ResidentKind.Documents, Exact, document.ToMatchKey()).Select(FieldValue.Bytes)];

    /// <summary>The condition of a search; null for none; false if it cannot be a value of its field.</summary>
    public bool TryCondition(ResidentSearch search, out FieldFilter? condition)
    {
        condition = null;
        if (search.DocumentNumber is { } text)
        {
            var document = RegistrationReader.ReadDocument(new StatedDocument { Number = text }, LocalDate.MaxIsoValue, string.Empty, []);
            if (document is null && PassportNumber.TryParse(text.Trim(), out var passport, out _))
            {
                // Nobody who searches knows the country; a citizen number mistyped into the form of one finds nothing.
                condition = In(ResidentKind.Passports, indexer.ComputeAll(s_kind, ResidentKind.Passports, Exact, passport.ToString("F")));
                return true;
            }

            condition = document is null ? null : FieldFilter.In(ResidentKind.Documents, DocumentQuery(document));
            return document is not null;
        }

        if (search.Phone is { } phone)
        {
            var valid = MobileNumber.TryParseLenient(phone, out var number, out _);
            condition = valid ? In(ResidentKind.Phones, indexer.ComputeAll(s_kind, ResidentKind.Phones, Exact, number.ToString("F"))) : null;
            return valid;
        }

        if (search.Name is { } wanted)
        {
            var valid = PersonName.TryParse(wanted, out var name, out _);
            condition = !valid ? null
                : name.Length == 1 ? In(ResidentKind.FirstCharacters, indexer.ComputeAllShort(s_kind, ResidentKind.FirstCharacters, First, name.ToFirstCharacter()))
                : In(ResidentKind.Names, indexer.ComputeAll(s_kind, ResidentKind.Names, Exact, name.ToSearchKey()));
            return valid;
        }

        if (search.Address is { } address)
        {
            condition = FieldFilter.Equal(ResidentKind.Addresses, FieldValue.Bytes(address.Value.ToByteArray(bigEndian: true)));
        }

        return true;
    }

    private static FieldFilter In(string field, IReadOnlyList<byte[]> values) => FieldFilter.In(field, [.. values.Select(FieldValue.Bytes)]);

    // Under every key of the ring, not the current one alone: until all files are written again, a number on a file of before the
    // rotation must still collide with the same number on a new one, and hosts that do not know the new key yet must find both.
    private FieldValue Blind<T>(IReadOnlyList<T> facts, string field, Func<T, string> text, bool isShort = false)
    {
        if (!indexer.IsRotating)
        {
            return Many(facts, fact => isShort ? indexer.ComputeShort(s_kind, field, First, text(fact)) : indexer.Compute(s_kind, field, Exact, text(fact)));
        }

        var values = new List<FieldValue>(2 * facts.Count);
        foreach (var fact in facts)
        {
            var all = isShort ? indexer.ComputeAllShort(s_kind, field, First, text(fact)) : indexer.ComputeAll(s_kind, field, Exact, text(fact));
            values.AddRange(all.Select(FieldValue.Bytes));
        }

        return FieldValue.Many(values);
    }

    private static FieldValue Many<T>(IReadOnlyList<T> facts, Func<T, byte[]> index)
    {
        var values = new FieldValue[facts.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = FieldValue.Bytes(index(facts[i]));
        }

        return FieldValue.Many(values);
    }

    private static LocalDate? LastEnd(Resident resident) =>
        resident.Registrations.Count == 0 || resident.Registrations.Any(stay => stay.IsCurrent) ? null : resident.Registrations.Max(stay => stay.Until);
}
