using System.Diagnostics;
using NewCitizen.Storage.Sqlite.Native;

namespace NewCitizen.Storage.Sqlite.Backups;

/// <summary>
/// Copies the pages of a database as they are at one moment, while others write to it: the reading transaction held meanwhile keeps that moment in
/// the write-ahead log. Works half of the time and sleeps the other half, so that the day's reads and writes keep the disk.
/// </summary>
internal static class PageCopy
{
    private const int PagesAtOnce = 256;

    // After a scheduling hiccup one step may seem long; sleeping as long would only delay the end, which the log has to wait for.
    private static readonly TimeSpan s_longestPause = TimeSpan.FromMilliseconds(50);

    public static void Run(StoreFile from, string to, IProgress<SqliteBackupProgress>? progress, CancellationToken cancellationToken)
    {
        using var source = from.OpenReader();
        using var target = Database.Open(to, create: true, TimeSpan.Zero);
        target.Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;");
        source.Execute("BEGIN");
        var pageSize = source.Number("PRAGMA page_size");
        source.Number("SELECT count(*) FROM store_info");
        source.CopyTo(target, PagesAtOnce, (copied, total) =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report(new(copied * pageSize, total * pageSize, Checking: false));
        }, static took => Thread.Sleep(took < s_longestPause ? took : s_longestPause));
        source.Execute("ROLLBACK");
    }
}
