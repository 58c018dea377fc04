namespace NewCitizen.Storage.Sqlite.Backups;

/// <summary>A backup or restored store that passed its check (备份结果).</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="Records">Living records in it, of the kinds the store was opened with.</param>
/// <param name="LastChange">Position of the last change it holds: everything up to here is in it, and nothing later.</param>
/// <param name="LastAudit">Position of the last audit entry it holds.</param>
public sealed record SqliteBackupReport(string Path, long Bytes, long Records, FeedPosition LastChange, FeedPosition LastAudit);
