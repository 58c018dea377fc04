using NewCitizen.Faults.Checking;
using NewCitizen.Faults.Load;
using NewCitizen.Storage;

namespace NewCitizen.Faults.Drills;

/// <summary>
/// kill -9 of a migration that adds a field and two indexes to a store full of visits. Started again until it is through; then nothing may
/// be missing, and the new index must find every visit.
/// </summary>
internal static class Migrations
{
    private static readonly RecordKind s_visit = new(
        Hall.Visit.Name,
        Hall.Visit.Description,
        [.. Hall.Visit.Fields, new FieldDefinition("note", FieldType.Text, "Something new.")],
        [.. Hall.Visit.Indexes, new IndexDefinition("slot", IndexType.Lookup), new IndexDefinition("slot", IndexType.Ordered)]);

    /// <summary>Kinds after the migration.</summary>
    public static IReadOnlyList<RecordKind> Kinds { get; } = [Hall.Slot, s_visit];

    /// <summary>The process that is killed.</summary>
    public static async Task<int> MigrateAsync(string address)
    {
        await using var store = OpenStore.At(address, Kinds, clock: null);
        Console.Out.WriteLine("begin");
        await store.Schema.PrepareAsync(SchemaMode.Create, default);
        Console.Out.WriteLine("end");
        return 0;
    }

    public static async Task<Outcome> RunAsync(string store, string address, string folder, int kills, long visits)
    {
        Verdict before;
        var scene = await Scene.OpenAsync(folder, address, writers: 2, clients: 16);
        await using (scene)
        {
            await scene.AdvanceAsync(visits, TimeSpan.FromSeconds(60));
            before = await scene.CloseAsync();
        }

        var (done, length) = (0, TimeSpan.FromMilliseconds(2));
        for (var kill = 0; kill < kills; kill++)
        {
            done += await KillAsync(address, length) ? 0 : 1;
            length *= 2;
        }

        using (var last = Child.Start(["migrate", address]))
        {
            await last.WaitForExitAsync();
            if (last.ExitCode != 0)
            {
                throw new InvalidOperationException("The migration cannot be completed.");
            }
        }

        await using var after = await OpenStore.AtAsync(address, SchemaMode.Validate, Kinds);
        var found = 0L;
        for (var agency = 0; agency < Hall.Agencies; agency++)
        {
            for (var slot = 0; slot < Hall.HotSlots + Hall.ColdSlots; slot++)
            {
                found += await CountAsync(after.Records, agency, slot);
            }
        }

        var verdict = before with { Lost = before.Lost + Math.Abs(before.Durable - found) };
        return new("kill -9 of a migration, half way", store, done, verdict, kills == done ? string.Empty : FormattableString.Invariant($"{kills - done} more came when it was through"));
    }

    private static async Task<bool> KillAsync(string address, TimeSpan after)
    {
        using var process = Child.Start(["migrate", address]);
        await process.StandardOutput.ReadLineAsync();
        await Task.Delay(after);
        process.Kill();
        await process.WaitForExitAsync();
        return (await process.StandardOutput.ReadToEndAsync()).Contains("end", StringComparison.Ordinal);
    }

    private static async Task<long> CountAsync(IRecordStore store, int agency, int slot)
    {
        var count = 0L;
        QueryCursor? cursor = null;
        do
        {
            var page = await store.QueryAsync(
                new RecordQuery(Hall.Agency(agency), s_visit, [FieldFilter.Equal("slot", FieldValue.Integer(slot))], limit: RecordQuery.MaxLimit, after: cursor), default);
            count += page.Records.Count;
            cursor = page.Next;
        }
        while (cursor is not null);
        return count;
    }
}
