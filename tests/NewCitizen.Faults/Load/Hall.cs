using System.Security.Cryptography;
using System.Text;
using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Faults.Load;

/// <summary>Four offices with slots of limited seats: a few everybody wants, many others. Everything follows from a writer's number.</summary>
internal static class Hall
{
    public const int Agencies = 4;
    public const int HotSlots = 2;
    public const int ColdSlots = 250;
    public const int HotCapacity = 4_000;
    public const int ColdCapacity = 5_000;

    public static RecordKind Slot { get; } = new("slot", "A slot with seats.", [new("taken", FieldType.Integer, "Seats taken.")], []);

    public static RecordKind Visit { get; } = new(
        "visit",
        "A seat taken.",
        [new("number", FieldType.Text, "Writer and number."), new("slot", FieldType.Integer, "Number of the slot.")],
        [new("number", IndexType.Unique)]);

    public static IReadOnlyList<RecordKind> Kinds { get; } = [Slot, Visit];

    public static AgencyId Agency(int number) => AgencyId.Parse($"hall{number}");

    public static int AgencyOf(long number) => (int)(number % Agencies);

    /// <summary>One in ten wants a hot slot.</summary>
    public static int SlotOf(int writer, long number)
    {
        var random = HashOf(writer, number);
        return random % 10 == 0 ? (int)(random / 10 % HotSlots) : HotSlots + (int)(random / 10 % ColdSlots);
    }

    public static int Capacity(int slot) => slot < HotSlots ? HotCapacity : ColdCapacity;

    public static Guid SlotId(int slot) => new(1, 0, 0, 0, 0, 0, 0, 0, 0, (byte)(slot >> 8), (byte)slot);

    public static int SlotNumber(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return (bytes[14] << 8) | bytes[15];
    }

    public static Guid VisitId(int writer, long number) => new(0x02000000 + writer, (short)(number >> 48), (short)(number >> 32), 0x80, 0, 0, 0, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number);

    public static string Text(int writer, long number) => FormattableString.Invariant($"w{writer}-{number}");

    public static (int Writer, long Number) Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return (int.Parse(text.AsSpan(1, dash - 1), null), long.Parse(text.AsSpan(dash + 1), null));
    }

    public static async Task AddSlotsAsync(IRecordStore store)
    {
        for (var agency = 0; agency < Agencies; agency++)
        {
            var batch = new WriteBatch(Agency(agency));
            for (var slot = 0; slot < HotSlots + ColdSlots; slot++)
            {
                batch.Put(Slot, SlotId(slot), ExpectedVersion.Missing, [FieldValue.Integer(0)], "{}"u8.ToArray());
            }

            if (!(await store.CommitAsync(batch, default)).IsDurable)
            {
                throw new InvalidOperationException("The slots are there already.");
            }
        }
    }

    private static uint HashOf(int writer, long number) => BitConverter.ToUInt32(SHA256.HashData(Encoding.ASCII.GetBytes(Text(writer, number))));
}
