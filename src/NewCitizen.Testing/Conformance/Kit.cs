using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

/// <summary>Fixed data of the scenarios.</summary>
internal static class Kit
{
    public static readonly AgencyId Teda = AgencyId.Parse("teda");
    public static readonly AgencyId Hangu = AgencyId.Parse("hangu");
    public static readonly Instant Morning = Instant.FromUtc(2026, 3, 2, 1, 0);

    /// <summary>A body that is not empty.</summary>
    public static ReadOnlyMemory<byte> Body { get; } = "{\"kit\":true}"u8.ToArray();

    /// <summary>Ids that rise with <paramref name="number"/> in big-endian order, but not in the order of .NET's mixed-endian layout.</summary>
    public static Guid Id(int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        bytes[8] = 0x80;
        bytes[15] = 1;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>A request key whose digest tells <paramref name="content"/>.</summary>
    public static RequestKey Request(string key, string content) => new(key, SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public static AuditEntry Audit(string details, AgencyId? agency = null, Guid? subject = null) =>
        new(agency ?? Teda, Morning, "clerk-7", "kit.write", KitKinds.Every.Name, subject, "conformance", details);

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Runs clients at once and waits for all.</summary>
    public static async Task<T[]> TogetherAsync<T>(int clients, Func<int, Task<T>> client)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tasks = Enumerable.Range(0, clients).Select(number => Task.Run(async () =>
        {
            await start.Task.ConfigureAwait(false);
            return await client(number).ConfigureAwait(false);
        })).ToArray();
        start.SetResult();
        return await Task.WhenAll(tasks).ConfigureAwait(false);
    }

    /// <summary>Reads over and over while something is written, and once more afterwards.</summary>
    public static async Task BesideAsync(Func<Task> write, Func<Task> read)
    {
        var writing = Task.Run(write);
        do
        {
            await read().ConfigureAwait(false);
            await Task.Yield();
        }
        while (!writing.IsCompleted);
        await writing.ConfigureAwait(false);
        await read().ConfigureAwait(false);
    }

    public static async IAsyncEnumerable<T> StreamAsync<T>(IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }
}
