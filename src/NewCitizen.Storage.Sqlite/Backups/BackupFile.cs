using Microsoft.Data.Sqlite;
using NewCitizen.Errors;
using NewCitizen.Storage.Sqlite.Native;
using SQLitePCL;

namespace NewCitizen.Storage.Sqlite.Backups;

/// <summary>
/// A file in the making: written under a name of its own, checked, forced to the disk, and only then given its name. So whatever has the
/// final name is whole, also if the process or the machine stops at any moment. What a stop leaves is removed by the next run.
/// </summary>
internal sealed class BackupFile
{
    private const string PartialSuffix = ".partial";
    private const int BlockSize = 1 << 20;

    private readonly string _path;
    private readonly string _partial;

    /// <exception cref="NewCitizenException">NC3015: something has the name already.</exception>
    public BackupFile(string path)
    {
        _path = Path.GetFullPath(path);
        _partial = _path + PartialSuffix;
        RequireFree();
    }

    /// <summary>Makes the file.</summary>
    /// <param name="source">The store to copy.</param>
    /// <param name="atRest">Nobody has it open. Without a log beside it, it is complete in itself and may lie where nobody can write, which SQLite would not open.</param>
    /// <param name="kinds">The kinds of the store.</param>
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<SqliteBackupReport> MakeAsync(
        SqliteStoreOptions source, bool atRest, IReadOnlyList<RecordKind> kinds, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            RemovePartial();
            await Task.Factory.StartNew(() => Copy(source, atRest, progress, cancellationToken), cancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
            var length = new FileInfo(_partial).Length;
            progress?.Report(new(length, length, Checking: true));
            var report = await CheckAsync(kinds, length, atRest, cancellationToken).ConfigureAwait(false);
            Publish();
            return report;
        }
        catch (SqliteException failure)
        {
            throw StoreFailures.ToStoreAtOpen(failure);
        }
        catch (StoreUnavailableException failure) when (failure.InnerException is SqliteException { SqliteErrorCode: raw.SQLITE_CORRUPT } damage)
        {
            throw new NewCitizenException(StorageErrors.CheckFailed, failure, damage.Message);
        }
        catch (IOException failure)
        {
            throw new StoreUnavailableException(StorageErrors.Unavailable, failure);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StoreUnavailableException(StorageErrors.Unavailable, failure);
        }
        finally
        {
            RemovePartial();
        }
    }

    private void Copy(SqliteStoreOptions source, bool atRest, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        if (!atRest || File.Exists(source.Path + "-wal"))
        {
            PageCopy.Run(new StoreFile(source), _partial, progress, cancellationToken);
            return;
        }

        using var from = new FileStream(source.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 0);
        using var to = new FileStream(_partial, FileMode.CreateNew, FileAccess.Write, FileShare.Read, 0);
        var block = new byte[BlockSize];
        for (var length = from.Length; from.Read(block) is > 0 and var read;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            to.Write(block.AsSpan(0, read));
            progress?.Report(new(to.Position, length, Checking: false));
        }
    }

    private async Task<SqliteBackupReport> CheckAsync(IReadOnlyList<RecordKind> kinds, long length, bool upgrade, CancellationToken cancellationToken)
    {
        var store = new SqliteRecordStore(new SqliteStoreOptions { Path = _partial, Readers = 1 }, kinds);
        await using (store.ConfigureAwait(false))
        {
            if ((await store.InspectAsync(cancellationToken).ConfigureAwait(false)).Applied.Count == 0)
            {
                throw new StoreUnavailableException(StorageErrors.NotAStore);
            }

            // A backup of an earlier version gets what this version adds, as any store does.
            await store.PrepareAsync(upgrade ? SchemaMode.Create : SchemaMode.Validate, cancellationToken).ConfigureAwait(false);
            var check = await store.CheckAsync(cancellationToken).ConfigureAwait(false);
            if (check.Problems.Count > 0)
            {
                throw new NewCitizenException(StorageErrors.CheckFailed, string.Join("; ", check.Problems.Take(5)));
            }

            var (change, audit) = await store.ReadEndsAsync(cancellationToken).ConfigureAwait(false);
            return new(_path, length, check.Records, change, audit);
        }
    }

    private void Publish()
    {
        using (var file = File.OpenHandle(_partial, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite))
        {
            RandomAccess.FlushToDisk(file);
        }

        RequireFree();
        File.Move(_partial, _path, overwrite: false);
    }

    private void RequireFree()
    {
        // A log without its file would be taken for the log of the new one.
        foreach (var suffix in new[] { string.Empty, "-wal", "-journal" })
        {
            if (Path.Exists(_path + suffix))
            {
                throw new NewCitizenException(StorageErrors.TargetExists, _path + suffix);
            }
        }
    }

    private void RemovePartial()
    {
        foreach (var file in new[] { _partial, _partial + "-wal", _partial + "-shm", _partial + "-journal" }.Where(File.Exists))
        {
            File.Delete(file);
        }
    }
}
