using System.Text.Json;
using NewCitizen.Agencies;

namespace NewCitizen.Storage.Sharding;

/// <summary>
/// A shard map in a JSON file that processes of one machine, or of a shared folder, have in common. Looked at again at most once a second;
/// replaced as a whole by renaming. Thread-safe.
/// </summary>
public sealed class ShardMapFile : IShardMapSource
{
    private const long RefreshMilliseconds = 1000;

    private readonly string _path;
    private ShardMap _current;
    private long _lookedAt;

    private ShardMapFile(string path, ShardMap map)
    {
        _path = path;
        _current = map;
        _lookedAt = Environment.TickCount64;
    }

    /// <inheritdoc/>
    public ShardMap Current
    {
        get
        {
            if (Environment.TickCount64 - Volatile.Read(ref _lookedAt) >= RefreshMilliseconds)
            {
                Volatile.Write(ref _lookedAt, Environment.TickCount64);
                Take(Read(_path));
            }

            return Volatile.Read(ref _current);
        }
    }

    /// <summary>Opens a map, or puts the first one there.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="first">The map to begin with where there is no file; ignored otherwise.</param>
    /// <exception cref="StoreUnavailableException">NC3034: the file is not a shard map.</exception>
    public static ShardMapFile OpenOrCreate(string path, ShardMap first)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(first);
        using (Lock(path))
        {
            if (!File.Exists(path))
            {
                Write(path, first);
            }
        }

        return new ShardMapFile(path, Read(path));
    }

    /// <inheritdoc/>
    public ValueTask<ShardMap> RefreshAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Take(Read(_path)));
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryReplaceAsync(ShardMap next, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        cancellationToken.ThrowIfCancellationRequested();
        using var held = Lock(_path);
        if (Read(_path).Version != next.Version - 1)
        {
            return ValueTask.FromResult(false);
        }

        Write(_path, next);
        Take(next);
        return ValueTask.FromResult(true);
    }

    // Two readers may pass each other; a map never goes back to an older version.
    private ShardMap Take(ShardMap read)
    {
        while (true)
        {
            var known = Volatile.Read(ref _current);
            if (read.Version <= known.Version || Interlocked.CompareExchange(ref _current, read, known) == known)
            {
                return Volatile.Read(ref _current);
            }
        }
    }

    private static FileStream Lock(string path)
    {
        const int Attempts = 200;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < Attempts && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))))
            {
                Thread.Sleep(10);
            }
        }
    }

    private static ShardMap Read(string path)
    {
        try
        {
            var body = JsonSerializer.Deserialize(File.ReadAllBytes(path), ShardMapJson.Default.ShardMapBody)!;
            return new ShardMap(
                body.Version,
                body.Shards,
                body.HashedShards,
                body.Agencies.ToDictionary(entry => AgencyId.Parse(entry.Key), entry => entry.Value),
                [.. body.Moves.Select(move => new ShardMove(AgencyId.Parse(move.Agency), move.From, move.To, move.Version))]);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or FormatException or IOException or UnauthorizedAccessException or NullReferenceException)
        {
            throw new StoreUnavailableException(StorageErrors.ShardMapInvalid, broken);
        }
    }

    private static void Write(string path, ShardMap map)
    {
        var body = new ShardMapBody
        {
            Version = map.Version,
            Shards = [.. map.Shards],
            HashedShards = map.HashedShards,
            Agencies = map.Agencies.OrderBy(entry => entry.Key).ToDictionary(entry => entry.Key.Value, entry => entry.Value, StringComparer.Ordinal),
            Moves = [.. map.Moves.Select(move => new ShardMoveBody { Agency = move.Agency.Value, From = move.From, To = move.To, Version = move.Version })],
        };
        var draft = path + ".new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(file, body, ShardMapJson.Default.ShardMapBody);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
