using System.Diagnostics;

namespace NewCitizen.Storage.Sqlite.Tests.Writing;

public sealed class DiskFullTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Commit_LimitReached_RefusesThatCallOnlyAndGoesOn()
    {
        var options = _folder.Options();
        options.MaxFileBytes = 400_000;
        await using var store = await SqliteRecordStore.OpenAsync(options, Samples.Kinds, SchemaMode.Create, CancellationToken.None);
        await FillUpAsync(store);
    }

    [SkippableFact]
    public async Task Commit_FileSystemFull_RefusesThatCallOnlyAndGoesOn()
    {
        Skip.IfNot(Mount("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", _folder.Path), "Mounting a small file system is not permitted here.");
        try
        {
            // The log cannot be grown as far as it should be, and gives the room back.
            var options = _folder.Options();
            options.JournalBytes = 16 << 20;
            await using var store = await SqliteRecordStore.OpenAsync(options, Samples.Kinds, SchemaMode.Create, CancellationToken.None);
            var written = await FillUpAsync(store);
            await store.DisposeAsync();

            await using var again = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate);
            Assert.Equal(written, (await again.CheckAsync(CancellationToken.None)).Records);
        }
        finally
        {
            Assert.True(Mount("umount", "-l", _folder.Path));
        }
    }

    [SkippableFact]
    public async Task Load_FileSystemFull_KeepsWholeChunksAndGoesOnLater()
    {
        Skip.IfNot(Mount("mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", _folder.Path), "Mounting a small file system is not permitted here.");
        try
        {
            var options = _folder.Options();
            options.BulkChunkRecords = 500;
            await using var store = await SqliteRecordStore.OpenAsync(options, Samples.Kinds, SchemaMode.Create, CancellationToken.None);
            var failure = await Assert.ThrowsAsync<StoreUnavailableException>(
                async () => await store.LoadAsync(Samples.StreamAsync(0, 20_000, 600), BulkMode.InsertOnly, _ => Samples.Audit(), CancellationToken.None));
            Assert.Equal(StorageErrors.DiskFull, failure.Code);

            var check = await store.CheckAsync(CancellationToken.None);
            Assert.Empty(check.Problems);
            Assert.True(check.Records > 0 && check.Records % 500 == 0, $"{check.Records} records");
            Assert.Equal(check.Records / 500, (await store.ReadAuditAsync(null, default, 10_000, CancellationToken.None)).Entries.Count);

            Assert.True(Mount("mount", "-o", "remount,size=60m", _folder.Path));
            var result = await store.LoadAsync(Samples.StreamAsync(0, 20_000, 600), BulkMode.InsertOnly, _ => Samples.Audit(), CancellationToken.None);
            Assert.Equal((20_000 - check.Records, check.Records), (result.Loaded, result.Refused.Count));
        }
        finally
        {
            Assert.True(Mount("umount", "-l", _folder.Path));
        }
    }

    /// <summary>Writes until the disk is full; then nothing of the last call may be there, and everything else must be.</summary>
    private static async Task<int> FillUpAsync(SqliteRecordStore store)
    {
        var written = 0;
        StoreUnavailableException? failure = null;
        while (failure is null && written < 5000)
        {
            try
            {
                var batch = Samples.Put(written, ExpectedVersion.Missing, 20_000).AddAudit(Samples.Audit());
                Assert.Equal(CommitStatus.Committed, (await store.CommitAsync(batch, CancellationToken.None)).Status);
                written++;
            }
            catch (StoreUnavailableException full)
            {
                failure = full;
            }
        }

        Assert.Equal(StorageErrors.DiskFull, failure?.Code);
        Assert.InRange(written, 5, 4000);
        var check = await store.CheckAsync(CancellationToken.None);
        Assert.Empty(check.Problems);
        Assert.Equal(written, check.Records);
        Assert.Null(await store.GetAsync(Samples.Key(written), CancellationToken.None));
        Assert.Equal(written, (await store.ReadChangesAsync(null, default, 10_000, CancellationToken.None)).Entries.Count);
        Assert.Equal(written, (await store.ReadAuditAsync(null, default, 10_000, CancellationToken.None)).Entries.Count);
        return written;
    }

    private static bool Mount(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
