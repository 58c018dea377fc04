using System.Text.Encodings.Web;
using System.Text.Json;
using NewCitizen.Agencies;
using NewCitizen.Privacy;
using NewCitizen.Storage;
using NewCitizen.Testing.Synthetic;

namespace NewCitizen.Benchmarks.Floors.Sdk;

/// <summary>
/// The kernel's kind with the columns and indexes of the raw table, so that the two differ in what the store adds: versions, feed, audit.
/// Personal fields of the body are encrypted, and the hashes are keyed.
/// </summary>
internal sealed class Sheet(FieldProtector protector, BlindIndexer indexer)
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static AgencyId Agency { get; } = AgencyId.Parse(FileRow.Agency);

    public static RecordKind Kind { get; } = new(
        "sheet",
        "A file with the columns of the raw table.",
        [
            new("status", FieldType.Text, "State."),
            new("document_index", FieldType.Bytes, "Blind index of the number."),
            new("phone_index", FieldType.Bytes, "Blind index of the phone."),
            new("name_index", FieldType.Bytes, "Blind index of the name."),
            new("sex", FieldType.Text, "Sex."),
            new("birth_year", FieldType.Integer, "Year of birth."),
            new("origin_division", FieldType.Text, "Division."),
            new("registered_on", FieldType.Date, "Day of registration."),
            new("address_id", FieldType.Bytes, "Address."),
        ],
        [new("document_index", IndexType.Unique), new("registered_on", IndexType.Ordered)]);

    public static RecordKind Slot { get; } = new("bench_slot", "A slot with seats.", [new("taken", FieldType.Integer, "Seats taken.")], []);

    public static RecordKind Booking { get; } = new("bench_booking", "A seat taken.", [new("slot", FieldType.Integer, "Number of the slot.")], [new("slot", IndexType.Lookup)]);

    public static Guid SlotId(int slot) => new(0x01920000, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, (byte)(slot >> 8), (byte)slot);

    public byte[] Index(string number) => indexer.Compute(Kind.Name, "document_index", "exact", number);

    public FieldValue[] Fields(int place, SyntheticPerson person, string status = "active") =>
    [
        FieldValue.Text(status),
        FieldValue.Bytes(Index(person.DocumentNumber)),
        FieldValue.Bytes(indexer.Compute(Kind.Name, "phone_index", "exact", person.Mobile)),
        FieldValue.Bytes(indexer.Compute(Kind.Name, "name_index", "exact", person.Name)),
        FieldValue.Text(person.Sex == "男" ? "1" : "2"),
        FieldValue.Integer(person.BirthDate.Year),
        FieldValue.Text(person.Origin is null ? null : "120100"),
        FieldValue.Date(person.RegisteredOn),
        FieldValue.Bytes(FileRows.AddressId(place).ToByteArray(bigEndian: true)),
    ];

    public StoredRecord Record(int place, SyntheticPerson person)
    {
        var key = new RecordKey(Agency, Kind, FileRows.Id(place));
        return new(key, 1, Fields(place, person), Body(key, person));
    }

    public byte[] Body(RecordKey key, SyntheticPerson person)
    {
        using var bytes = new MemoryStream(1200);
        using (var json = new Utf8JsonWriter(bytes, s_plain))
        {
            var since = person.RegisteredOn.ToString("uuuu-MM-dd", null);
            json.WriteStartObject();
            Protect(json, key, "name", person.Name);
            json.WriteString("documentKind", person.DocumentKind);
            Protect(json, key, "documentNumber", person.DocumentNumber);
            json.WriteString("documentSince", since);
            Protect(json, key, "birthDate", person.BirthDate.ToString("uuuu-MM-dd", null));
            json.WriteString("ethnicity", person.Ethnicity);
            Protect(json, key, "phone", person.Mobile);
            json.WriteString("phoneSince", since);
            Protect(json, key, "originAddress", person.Origin ?? string.Empty);
            json.WriteString("education", person.Education);
            Protect(json, key, "employer", person.Employer);
            Protect(json, key, "address", person.Address);
            json.WriteString("registeredOn", since);
            json.WriteString("channel", "counter");
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    private void Protect(Utf8JsonWriter json, RecordKey key, string field, string text) =>
        json.WriteBase64String(field, protector.Protect(new FieldContext(key, field), System.Text.Encoding.UTF8.GetBytes(text)));
}
