using NewCitizen.Storage.Sqlite.Tests.Processes;

namespace NewCitizen.Storage.Sqlite.Tests.Files;

/// <summary>
/// What SQLite promises of its log: each frame is check-summed with all before it, so recovery takes commits up to the first frame that is
/// not whole and nothing after. A disk that keeps what it synced tears off only what was never acknowledged.
/// </summary>
public sealed class TornLogTests : IDisposable
{
    private const int Commits = 60;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Damages => ["cut", "garble", "zero"];

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task Open_LogTornAtAnyPlace_HoldsExactlyTheCommitsBeforeIt(string damage)
    {
        var ends = await WriteAsync();
        var random = new Random(20261123);
        for (var round = 0; round < 40; round++)
        {
            var at = round < 4 ? ends[^1] - 1 - round : random.NextInt64(ends[0], ends[^1]);
            Tear(damage, at, round);
            await using var store = await _folder.OpenAsync(HostKinds.All, SchemaMode.Validate, $"t{round}.db");
            var there = await HallBooks.RequireConsistentAsync(store);
            var whole = ends.Skip(1).Count(end => end <= at);
            Assert.Equal(Enumerable.Range(0, whole).Select(Code).Order(StringComparer.Ordinal), there.Order(StringComparer.Ordinal));

            // And it goes on from there.
            Assert.True((await SeatTaker.TakeAsync(store, "later", long.MaxValue)).IsDurable);
            Assert.Equal(whole + 1, (await HallBooks.RequireConsistentAsync(store)).Count);
        }
    }

    [Fact]
    public async Task Open_OldFramesBehindTheEnd_AreNotTakenForNewOnes()
    {
        // A log that is used again from its start still holds the frames of its first round behind the new ones.
        await using (var store = await _folder.OpenAsync(HostKinds.All))
        {
            await HallBooks.OpenSlotAsync(store);
            for (var i = 0; i < Commits; i++)
            {
                await SeatTaker.TakeAsync(store, Code(i), long.MaxValue);
            }

            Plain.Execute(_folder.File(), "PRAGMA wal_checkpoint(RESTART)");
            await SeatTaker.TakeAsync(store, Code(Commits), long.MaxValue);
            Copy(0);
        }

        await using var again = await _folder.OpenAsync(HostKinds.All, SchemaMode.Validate, "t0.db");
        Assert.Equal(Commits + 1, (await HallBooks.RequireConsistentAsync(again)).Count);
    }

    /// <summary>Commits one after the other; returns the length of the log after each, the first one being that of the empty slot.</summary>
    private async Task<List<long>> WriteAsync()
    {
        var ends = new List<long>();
        await using var store = await _folder.OpenAsync(HostKinds.All);
        await HallBooks.OpenSlotAsync(store);
        ends.Add(Length());
        for (var i = 0; i < Commits; i++)
        {
            Assert.True((await SeatTaker.TakeAsync(store, Code(i), long.MaxValue)).IsDurable);
            ends.Add(Length());
        }

        // Before the store is closed, which would empty the log: as a power cut leaves it.
        File.Copy(_folder.File(), _folder.File("torn.db"));
        File.Copy(_folder.File() + "-wal", _folder.File("torn.db-wal"));
        return ends;

        long Length() => new FileInfo(_folder.File() + "-wal").Length;
    }

    private void Tear(string damage, long at, int round)
    {
        File.Copy(_folder.File("torn.db"), _folder.File($"t{round}.db"));
        File.Copy(_folder.File("torn.db-wal"), _folder.File($"t{round}.db-wal"));
        using var log = File.Open(_folder.File($"t{round}.db-wal"), FileMode.Open);
        log.Position = at;
        switch (damage)
        {
            case "cut":
                log.SetLength(at);
                break;
            case "zero":
                log.Write(new byte[log.Length - at]);
                break;
            default:
                var old = log.ReadByte();
                log.Position = at;
                log.WriteByte((byte)(old ^ 0x10));
                break;
        }
    }

    private void Copy(int round)
    {
        File.Copy(_folder.File(), _folder.File($"t{round}.db"));
        File.Copy(_folder.File() + "-wal", _folder.File($"t{round}.db-wal"));
    }

    private static string Code(int i) => SeatTaker.Code("torn", i);
}
