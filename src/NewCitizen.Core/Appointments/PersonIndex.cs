using NewCitizen.Identity;
using NewCitizen.People;
using NewCitizen.Privacy;
using NewCitizen.Storage;

namespace NewCitizen.Appointments;

/// <summary>Blind indexes by which a person's appointments and booker records are found.</summary>
internal static class PersonIndex
{
    private const string Exact = "exact";

    public static byte[] Of(BlindIndexer indexer, RecordKind kind, IdentityDocument document) => indexer.Compute(kind.Name, AppointmentKinds.Person, Exact, document.ToMatchKey());

    public static FieldValue[] All(BlindIndexer indexer, RecordKind kind, IdentityDocument document) =>
        [.. indexer.ComputeAll(kind.Name, AppointmentKinds.Person, Exact, document.ToMatchKey()).Select(FieldValue.Bytes)];

    /// <summary>Ids of the booker of an identity number, under the current key first.</summary>
    public static Guid[] Bookers(BlindIndexer indexer, IdentityDocument document) => Ids(indexer, "identity", document.ToMatchKey());

    /// <summary>Ids of the booker of a phone, under the current key first.</summary>
    public static Guid[] Bookers(BlindIndexer indexer, MobileNumber phone) => Ids(indexer, "phone", phone.ToString("F"));

    private static Guid[] Ids(BlindIndexer indexer, string field, string text) => indexer.IsRotating
        ? [.. indexer.ComputeAll(AppointmentKinds.Booker.Name, field, Exact, text).Select(bytes => new Guid(bytes, bigEndian: true))]
        : [new Guid(indexer.Compute(AppointmentKinds.Booker.Name, field, Exact, text), bigEndian: true)];
}
