using Microsoft.Data.Sqlite;
using NewCitizen.Faults.Checking;

namespace NewCitizen.Faults.Drills;

/// <summary>Proves that the checker sees what it looks for: spoils a sound store in each way, one at a time.</summary>
internal static class SelfCheck
{
    private static readonly (string What, string Sql, Func<Verdict, long> Count)[] s_harms =
    [
        ("a lost visit", "DELETE FROM visit WHERE rowid = (SELECT max(rowid) FROM visit)", verdict => verdict.Lost),
        ("a seat counted twice", "UPDATE slot SET taken = taken + 1, version = version + 1 WHERE rowid = (SELECT max(rowid) FROM slot)", verdict => verdict.Doubled),
        ("a version left out", "UPDATE slot SET version = version + 1 WHERE rowid = (SELECT max(rowid) FROM slot)", verdict => verdict.Gaps),
        ("a lost entry of the feed", "DELETE FROM change_feed WHERE position = (SELECT max(position) - 7 FROM change_feed)", verdict => verdict.Gaps),
        ("an entry of the feed that came late", "UPDATE change_feed SET version = version + 5 WHERE position = (SELECT max(position) - 9 FROM change_feed WHERE kind = 'slot')", verdict => verdict.Gaps),
        ("an overbooked slot", "UPDATE slot SET taken = 1000000 WHERE rowid = (SELECT max(rowid) FROM slot)", verdict => verdict.Overbooked),
    ];

    /// <exception cref="InvalidOperationException">The checker missed something.</exception>
    public static async Task RunAsync(string folder)
    {
        for (var i = 0; i < s_harms.Length; i++)
        {
            var (what, sql, count) = s_harms[i];
            var own = Directory.CreateDirectory(Path.Combine(folder, $"{i}")).FullName;
            var path = Path.Combine(own, "hall.db");
            var scene = await Scene.OpenAsync(own, $"sqlite:{path}", writers: 1, clients: 8);
            await using var _ = scene;
            await scene.AdvanceAsync(500, TimeSpan.FromSeconds(20));
            var verdict = await scene.CloseAsync(() => Spoil(path, sql));
            if (count(verdict) == 0)
            {
                throw new InvalidOperationException($"The checker missed {what}: {verdict}");
            }

            Console.Error.WriteLine($"seen: {what}");
        }
    }

    private static void Spoil(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=30");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (command.ExecuteNonQuery() != 1)
        {
            throw new InvalidOperationException("Nothing was spoilt.");
        }
    }
}
