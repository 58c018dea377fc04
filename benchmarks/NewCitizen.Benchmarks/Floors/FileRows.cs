using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewCitizen.Testing.Synthetic;

namespace NewCitizen.Benchmarks.Floors;

/// <summary>Makes up people and their plain rows; the same place gives the same person and row each time.</summary>
internal static class FileRows
{
    private static readonly JsonWriterOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static SyntheticPeople People { get; } = new(20261122);

    public static FileRow At(int place) => Of(place, People.At(place));

    public static FileRow Of(int place, SyntheticPerson person) => new(
        Id(place),
        "active",
        Hash(person.DocumentNumber),
        Hash(person.Mobile),
        Hash(person.Name),
        person.Sex == "男" ? "1" : "2",
        person.BirthDate.Year,
        person.Origin is null ? null : "120100",
        person.RegisteredOn,
        AddressId(place),
        Body(person));

    /// <summary>Ids rise with the places, as ids with a time in front do.</summary>
    public static Guid Id(int place) => new(0x01900000, 0, 0x7000, 0x80, 0, 0, 0, (byte)(place >> 24), (byte)(place >> 16), (byte)(place >> 8), (byte)place);

    public static Guid AddressId(int place) => new(0x01910000, 0, 0x7000, 0x80, 0, 0, 0, 0, (byte)(place % 40_000 >> 16), (byte)(place % 40_000 >> 8), (byte)(place % 40_000));

    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];

    private static byte[] Body(SyntheticPerson person)
    {
        using var bytes = new MemoryStream(700);
        using (var json = new Utf8JsonWriter(bytes, s_plain))
        {
            var since = person.RegisteredOn.ToString("uuuu-MM-dd", null);
            json.WriteStartObject();
            json.WriteString("name", person.Name);
            json.WriteString("documentKind", person.DocumentKind);
            json.WriteString("documentNumber", person.DocumentNumber);
            json.WriteString("documentSince", since);
            json.WriteString("birthDate", person.BirthDate.ToString("uuuu-MM-dd", null));
            json.WriteString("ethnicity", person.Ethnicity);
            json.WriteString("phone", person.Mobile);
            json.WriteString("phoneSince", since);
            json.WriteString("originAddress", person.Origin);
            json.WriteString("education", person.Education);
            json.WriteString("employer", person.Employer);
            json.WriteString("address", person.Address);
            json.WriteString("registeredOn", since);
            json.WriteString("channel", "counter");
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }
}
