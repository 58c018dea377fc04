using System.Buffers.Binary;
using NewCitizen.Errors;
using NewCitizen.Faults.Load;
using NewCitizen.Storage;

namespace NewCitizen.Faults.Checking;

/// <summary>
/// Reads the change feed of one agency all the time, as a relay does, and writes down what it saw. What it has passed it never reads again:
/// an entry that appears behind it is lost for every reader like it.
/// </summary>
internal sealed class Tailer(int agency, string path)
{
    public const int EntrySize = 24;

    private FeedPosition _at;

    /// <summary>Reads until told to stop, then up to the end.</summary>
    public async Task RunAsync(OpenStore store, CancellationToken stop)
    {
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, 1 << 16);
        while (true)
        {
            var last = stop.IsCancellationRequested;
            if (await ReadAsync(store, file) == 0)
            {
                if (last)
                {
                    return;
                }

                await Task.Delay(20, CancellationToken.None);
            }
        }
    }

    /// <summary>What is written down of an entry.</summary>
    public static void Write(ChangeEntry entry, Span<byte> target)
    {
        BinaryPrimitives.WriteInt64BigEndian(target, entry.Position.Epoch);
        BinaryPrimitives.WriteInt64BigEndian(target[8..], entry.Position.Sequence);
        Span<byte> id = stackalloc byte[16];
        entry.Id.TryWriteBytes(id, bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(
            target[16..],
            BinaryPrimitives.ReadInt64BigEndian(id) ^ (BinaryPrimitives.ReadInt64BigEndian(id[8..]) * 31) ^ (entry.Version << 40) ^ ((long)entry.Type << 60));
    }

    private async Task<int> ReadAsync(OpenStore store, FileStream file)
    {
        try
        {
            var page = await store.Feed.ReadChangesAsync(Hall.Agency(agency), _at, 2000, default);
            var bytes = new byte[page.Entries.Count * EntrySize];
            for (var i = 0; i < page.Entries.Count; i++)
            {
                Write(page.Entries[i], bytes.AsSpan(i * EntrySize));
            }

            await file.WriteAsync(bytes);
            _at = page.Position;
            return page.Entries.Count;
        }
        catch (Exception failure) when (failure is NewCitizenException or StoreUnavailableException)
        {
            await Task.Delay(100);
            return -1;
        }
    }
}
