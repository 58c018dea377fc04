using NewCitizen.Storage.Sqlite.Backups;

namespace NewCitizen.Storage.Sqlite;

public sealed partial class SqliteRecordStore
{
    /// <summary>
    /// Backs up the store while it is in use, also from another process (在线备份): one file that holds everything acknowledged before the call and
    /// nothing half, checked page by page and index by index before it gets its name. Readers and writers go on; the write-ahead log
    /// grows by what they write meanwhile. Keys are not in it: keep the key ring apart.
    /// </summary>
    /// <param name="path">Where the backup goes; nothing may be there. Its folder must exist. A stop leaves at most a file with <c>.partial</c> behind the name, which the next run removes.</param>
    /// <param name="progress">Told now and then, from another thread.</param>
    /// <param name="cancellationToken">Stops it; nothing is left.</param>
    /// <exception cref="NewCitizen.Errors.NewCitizenException">NC3015: something has the name; NC3016: the result is not sound, so the store is not either; NC3009, NC3010: disk full, or store or folder cannot be used.</exception>
    public ValueTask<SqliteBackupReport> BackupAsync(string path, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new(new BackupFile(path).MakeAsync(_options, atRest: false, [.. _tables.All.Select(table => table.Kind)], progress, cancellationToken));
    }

    /// <summary>
    /// Restores a backup into a new place and checks it there (恢复): never over an existing store; one of an earlier
    /// version is brought to this version. Verify the audit trail and open it with
    /// its key ring before it is put to work.
    /// </summary>
    /// <param name="backup">The backup, which nobody has open; left as it is. It may lie where nobody can write.</param>
    /// <param name="path">Where the store goes; nothing may be there. Its folder must exist.</param>
    /// <param name="kinds">All kinds of records that will be read or written.</param>
    /// <param name="progress">Told now and then, from another thread.</param>
    /// <param name="cancellationToken">Stops it; nothing is left.</param>
    /// <exception cref="NewCitizen.Errors.NewCitizenException">NC3005 to NC3007, NC3016: the backup is not a sound store; NC3015: something has the name; NC3009, NC3010: disk full, or a file or folder cannot be used.</exception>
    public static ValueTask<SqliteBackupReport> RestoreAsync(
        string backup, string path, IReadOnlyList<RecordKind> kinds, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(backup);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(kinds);
        var options = new SqliteStoreOptions { Path = backup }.Validated();
        return new(new BackupFile(path).MakeAsync(options, atRest: true, kinds, progress, cancellationToken));
    }

    internal ValueTask<(FeedPosition Change, FeedPosition Audit)> ReadEndsAsync(CancellationToken cancellationToken) => _feeds.ReadEndsAsync(cancellationToken);
}
