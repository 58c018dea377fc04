using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Appointments;
using NewCitizen.Benchmarks.Storage;
using NewCitizen.Calendars;
using NewCitizen.Centres;
using NewCitizen.Residents;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.TestServers.PostgreSql;
using NodaTime;
using Npgsql;

namespace NewCitizen.Benchmarks.Hall;

/// <summary>Bookings a second through the manager beside the same in plain SQL (one guarded update of the slot, one insert, one transaction), in turns; then looks for free slots. Arguments: <c>[--rounds N] [--bookings N] [--looks N]</c>.</summary>
internal static class HallRuns
{
    private const int Clients = 16;
    private static int s_people;

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = Option("--rounds", 5);
        var bookings = Option("--bookings", 400);
        using var folder = new TemporaryFolder();
        var server = PostgreSqlServer.Shared(15);
        var schema = PostgreSqlServer.NewSchema();
        var sqlite = await OpenAsync(builder => builder.UseSqlite(folder.File("hall.db"), SchemaMode.Create));
        var postgres = await OpenAsync(builder => builder.UsePostgreSql(options => (options.ConnectionString, options.Schema) = (server.ConnectionString, schema), SchemaMode.Create).UseKeyFile(folder.File("keys.json")));
        var plainSqlite = PlainSqlite(folder.File("plain.db"));
        var plainPostgres = await PlainPostgresAsync(server.ConnectionString);
        Console.WriteLine("| Store | Slots | Plain SQL a second | Manager a second | Ratio |\n|---|---|---:|---:|---:|");
        foreach (var (name, ours, plain) in new[] { ("SQLite", sqlite, plainSqlite), ("PostgreSQL", postgres, plainPostgres) })
        {
            foreach (var hot in new[] { true, false })
            {
                var rates = new List<(double Plain, double Ours)>();
                for (var round = 0; round <= rounds; round++)
                {
                    var day = (round * 2) + (hot ? 0 : 1);
                    rates.Add((await RateAsync(bookings, i => plain(Slot(day, hot, i))), await RateAsync(bookings, i => ours(Slot(day, hot, i)))));
                }

                var ratio = rates.Skip(1).Select(rate => rate.Ours / rate.Plain).Order().ElementAt(rounds / 2);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {name} | {(hot ? "one" : "1,000")} | {rates.Skip(1).Select(rate => rate.Plain).Order().ElementAt(rounds / 2):N0} | {rates.Skip(1).Select(rate => rate.Ours).Order().ElementAt(rounds / 2):N0} | {ratio:F2} |"));
            }
        }

        await FreeSlotRuns.RunAsync(Option("--looks", 500));
        return 0;

        int Option(string name, int standard) => Array.IndexOf(args, name) is >= 0 and var at ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : standard;
    }

    // A day has 288 slots of five minutes; a thousand go over four days.
    private static (int Day, int Slot) Slot(int round, bool hot, int i) => hot ? (round * 4, 100) : ((round * 4) + (i * 7 % 1000 / 250), i * 7 % 250);

    private static async Task<double> RateAsync(int bookings, Func<int, Task> book)
    {
        var next = -1;
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Increment(ref next) is var i && i < bookings) await book(i);
        })));
        return bookings / clock.Elapsed.TotalSeconds;
    }

    private static async Task<Func<(int Day, int Slot), Task>> OpenAsync(Func<NewCitizen.Hosting.NewCitizenBuilder, NewCitizen.Hosting.NewCitizenBuilder> use)
    {
        var services = use(new ServiceCollection().AddNewCitizen()).Services.BuildServiceProvider();
        await services.StartNewCitizenAsync();
        var context = new AccessContext(AgencyId.Parse("teda"), "benchmark");
        var item = (await services.GetRequiredService<ServiceItemManager>().AddAsync(context, new ServiceItem { Id = ServiceItemId.New(services.GetRequiredService<NewCitizen.Hosting.IIdGenerator>()), Code = "permit", Name = "居住证" }, default)).Require();
        OpenPeriod all = new(LocalTime.Midnight, new(23, 55));
        var first = ShanghaiTime.Today(SystemClock.Instance).PlusDays(1);
        var centre = (await services.GetRequiredService<CentreManager>().AddAsync(context, new ServiceCentre
        {
            Id = ServiceCentreId.New(services.GetRequiredService<NewCitizen.Hosting.IIdGenerator>()),
            Code = "hall",
            Name = "服务大厅",
            Kind = CentreKind.Hall,
            Exceptions = [new(first, first.PlusDays(90), [all], "benchmark")],
            Plans = [new() { Code = "permit", Name = "居住证", Items = [item.Id], SlotMinutes = 5, PlacesPerSlot = 500, FarthestAhead = new CalendarDays(90) }],
        }, default)).Require();
        var manager = services.GetRequiredService<AppointmentManager>();
        return async where =>
        {
            var person = new StatedPerson { Name = "张三", Document = new StatedDocument { Number = Number(Interlocked.Increment(ref s_people)) }, Phone = "13800138000" };
            var choice = new SlotChoice(centre.Id, item.Id, first.PlusDays(where.Day), LocalTime.Midnight.PlusMinutes(5 * where.Slot));
            (await manager.BookAsync(context, choice, person, null, default)).Require();
        };
    }

    private static Func<(int Day, int Slot), Task> PlainSqlite(string path)
    {
        var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        Run("PRAGMA journal_mode=WAL");
        Run("PRAGMA synchronous=FULL");
        Run("CREATE TABLE slot (id INTEGER PRIMARY KEY, taken INTEGER NOT NULL)");
        Run("CREATE TABLE booking (id BLOB PRIMARY KEY, slot INTEGER NOT NULL, number TEXT NOT NULL UNIQUE, person TEXT NOT NULL, day TEXT NOT NULL)");
        Run("CREATE INDEX booking_person ON booking (person)");
        Run("CREATE INDEX booking_day ON booking (day)");
        Run("WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) INSERT INTO slot SELECT i, 0 FROM n");
        var update = Command("UPDATE slot SET taken = taken + 1 WHERE id = $s AND taken < 500", "$s");
        var insert = Command("INSERT INTO booking VALUES ($i, $s, $n, $p, $d)", "$i", "$s", "$n", "$p", "$d");
        var gate = new Lock();
        return where =>
        {
            lock (gate)
            {
                using var transaction = connection.BeginTransaction();
                var slot = (where.Day * 300) + where.Slot;
                (update.Transaction, insert.Transaction) = (transaction, transaction);
                update.Parameters[0].Value = slot;
                if (update.ExecuteNonQuery() != 1) throw new InvalidOperationException("full");
                var id = Guid.NewGuid();
                object[] values = [id.ToByteArray(), slot, id.ToString("N"), "张三", "2026-11-23"];
                for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i];
                insert.ExecuteNonQuery();
                transaction.Commit();
            }

            return Task.CompletedTask;
        };

        void Run(string sql)
        {
            using var command = Command(sql);
            command.ExecuteNonQuery();
        }

        SqliteCommand Command(string sql, params string[] names)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constant.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var name in names) command.Parameters.AddWithValue(name, 0);
            return command;
        }
    }

    private static async Task<Func<(int Day, int Slot), Task>> PlainPostgresAsync(string connectionString)
    {
        var source = NpgsqlDataSource.Create(connectionString + ";Maximum Pool Size=16;Max Auto Prepare=10;Auto Prepare Min Usages=1");
        var schema = PostgreSqlServer.NewSchema();
        var setup = source.CreateCommand($"""
            CREATE SCHEMA {schema};
            CREATE TABLE {schema}.slot (id int PRIMARY KEY, taken int NOT NULL);
            CREATE TABLE {schema}.booking (id uuid PRIMARY KEY, slot int NOT NULL, number text NOT NULL UNIQUE, person text NOT NULL, day date NOT NULL);
            CREATE INDEX ON {schema}.booking (person);
            CREATE INDEX ON {schema}.booking (day);
            INSERT INTO {schema}.slot SELECT i, 0 FROM generate_series(0, 100000) i;
            """);
        await setup.ExecuteNonQueryAsync();
        return async where =>
        {
            await using var connection = await source.OpenConnectionAsync();
            await using var batch = new NpgsqlBatch(connection);
            var (slot, id) = ((where.Day * 300) + where.Slot, Guid.NewGuid());
            batch.BatchCommands.Add(new($"UPDATE {schema}.slot SET taken = taken + 1 WHERE id = $1 AND taken < 500") { Parameters = { new() { Value = slot } } });
            batch.BatchCommands.Add(new($"INSERT INTO {schema}.booking VALUES ($1, $2, $3, $4, $5)")
            {
                Parameters = { new() { Value = id }, new() { Value = slot }, new() { Value = id.ToString("N") }, new() { Value = "张三" }, new() { Value = new DateOnly(2026, 11, 23) } },
            });
            await batch.ExecuteNonQueryAsync();
        };
    }

    public static string Number(int number)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $"120116{1930 + (number / 11000)}{1 + (number / 900 % 12):D2}01{100 + (number % 900)}");
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return body + "10X98765432"[body.Select((digit, i) => (digit - '0') * weights[i]).Sum() % 11];
    }
}
