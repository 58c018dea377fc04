using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Benchmarks.Storage;
using NewCitizen.Divisions;
using NewCitizen.Housing;
using NewCitizen.Housing.Policies;
using NewCitizen.Housing.Surveys;
using NewCitizen.People;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Benchmarks.Homes;

/// <summary>
/// Group rental and capacity of a district from the embedded store, beside the aggregate somebody would write in plain SQL on plain tables, in turns.
/// <c>homes fill FOLDER</c> makes the files, <c>homes survey FOLDER</c> measures in a process of its own, so that filling does not count as memory.
/// </summary>
internal static class HomeRuns
{
    private const int Homes = 30_000;
    private const int RoomsOfAll = 84_000;
    private const int Stays = 140_000;
    private static readonly AgencyId s_agency = AgencyId.Parse("teda");
    private static readonly LocalDate s_day = new(2026, 11, 22);

    private static readonly OccupancyPolicies s_policies = new(
    [
        new OccupancyPolicy
        {
            Division = DivisionCode.Parse("120116"),
            Since = new(2026, 1, 1),
            Name = "benchmark",
            AreaPerPerson = 5,
            PeoplePerRoom = 2,
            FamilyExempt = true,
            GroupRental = new GroupRentalPolicy(10, 15, null, [GroupRentalDuty.Manager]),
        },
    ]);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["fill", var folder])
        {
            await FillAsync(folder);
            return 0;
        }

        if (args is ["survey", var filled])
        {
            await SurveyAsync(filled);
            return 0;
        }

        using var temporary = new TemporaryFolder();
        var path = temporary.File(".");
        foreach (var step in new[] { "fill", "survey" })
        {
            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Itself(), "homes", step, path]))!;
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                return process.ExitCode;
            }
        }

        return 0;
    }

    private static string[] Itself() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];

    private static async Task SurveyAsync(string folder)
    {
        await using var services = await OpenAsync(folder);
        var survey = services.GetRequiredService<HousingSurvey>();
        await using var plain = new SqliteConnection($"Data Source={Path.Combine(folder, "plain.db")}");
        plain.Open();
        var rounds = new List<(double Ours, double Plain)>();
        (int Group, int Over) ours = default, floor = default;
        for (var round = 0; round < 6; round++)
        {
            var (ourTime, plainTime) = (0.0, 0.0);
            for (var turn = 0; turn < 2; turn++)
            {
                var started = Stopwatch.GetTimestamp();
                if ((turn + round) % 2 == 0)
                {
                    ours = await OursAsync(survey);
                    ourTime = Stopwatch.GetElapsedTime(started).TotalSeconds;
                }
                else
                {
                    floor = Plain(plain);
                    plainTime = Stopwatch.GetElapsedTime(started).TotalSeconds;
                }
            }

            if (ours != floor)
            {
                throw new InvalidOperationException($"They differ: {ours} and {floor}.");
            }

            rounds.Add((ourTime, plainTime));
        }

        // The first round is the cold one and is told apart.
        var warm = rounds.Skip(1).ToArray();
        double Median(Func<(double Ours, double Plain), double> of) => warm.Select(of).Order().ElementAt(warm.Length / 2);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine("| Homes | Rooms | Stays | Group rental | Rooms over | Survey, first | Survey, median | Plain SQL, median | × plain | Peak memory |\n|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {Homes:N0} | {RoomsOfAll:N0} | {Stays:N0} | {ours.Group:N0} | {ours.Over:N0} | {rounds[0].Ours:F2} s | {Median(round => round.Ours):F2} s | {Median(round => round.Plain):F2} s | {Median(round => round.Ours / round.Plain):F1} slower | {process.PeakWorkingSet64 / 1e6:F0} MB |"));
    }

    private static async Task<(int Group, int Over)> OursAsync(HousingSurvey survey)
    {
        var (group, over) = (0, 0);
        await foreach (var home in survey.EvaluateAsync(new AccessContext(s_agency, "benchmark"), s_day, default))
        {
            group += home.IsGroupRental == true ? 1 : 0;
            over += home.Over.Count;
        }

        return (group, over);
    }

    private static (int Group, int Over) Plain(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            WITH lived AS (
              SELECT r.id, r.home, r.beds, COUNT(s.room) people,
                     MIN(COALESCE(r.stated, 1000), CASE WHEN r.beds > 0 THEN r.beds ELSE 1000 END, COALESCE(CAST(r.area / 5 AS INTEGER), 1000),
                         CASE WHEN COUNT(s.room) > 1 AND SUM(1 - s.family) <= 1 THEN 1000 ELSE 2 END) most
              FROM room r LEFT JOIN stay s ON s.room = r.id AND s.since <= '2026-11-22' AND (s.ended IS NULL OR s.ended > '2026-11-22')
              GROUP BY r.id)
            SELECT (SELECT COUNT(*) FROM (SELECT home FROM lived GROUP BY home HAVING COUNT(*) >= 10 OR SUM(people) >= 15)),
                   (SELECT COUNT(*) FROM lived WHERE people > most OR beds > most)
            """;
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt32(0), reader.GetInt32(1));
    }

    private static async Task<ServiceProvider> OpenAsync(string folder)
    {
        var services = new ServiceCollection().AddNewCitizen().UseSqlite(Path.Combine(folder, "homes.db"), SchemaMode.Create).UseOccupancyPolicies(s_policies).Services.BuildServiceProvider();
        await services.StartNewCitizenAsync();
        return services;
    }

    private static async Task FillAsync(string folder)
    {
        await using var services = await OpenAsync(folder);
        var bulk = services.GetRequiredService<IBulkLoader>();
        await LoadAsync(bulk, batch => services.GetRequiredService<IStandardAddressStore>().Stage(batch.Batch, Address(batch.Index), ExpectedVersion.Missing), Homes);
        await LoadAsync(bulk, batch => services.GetRequiredService<IHousingStore>().Stage(batch.Batch, Home(batch.Index), ExpectedVersion.Missing), Homes);
        await LoadAsync(bulk, batch => services.GetRequiredService<IHousingStore>().Stage(batch.Batch, Room(batch.Index), ExpectedVersion.Missing), RoomsOfAll);
        await LoadAsync(bulk, batch => services.GetRequiredService<ITenancyStore>().Stage(batch.Batch, Stay(batch.Index), ExpectedVersion.Missing), Stays);
        await using var plain = new SqliteConnection($"Data Source={Path.Combine(folder, "plain.db")}");
        plain.Open();
        using var transaction = plain.BeginTransaction();
        Run("CREATE TABLE room (id INTEGER PRIMARY KEY, home INTEGER NOT NULL, area REAL, beds INTEGER NOT NULL, stated INTEGER)");
        Run("CREATE TABLE stay (id INTEGER PRIMARY KEY, room INTEGER NOT NULL, since TEXT NOT NULL, ended TEXT, family INTEGER NOT NULL)");
        for (var i = 0; i < RoomsOfAll; i++)
        {
            var room = Room(i);
            Run("INSERT INTO room VALUES ($1, $2, $3, $4, $5)", i, HomeOf(i), room.AreaSquareMetres is { } area ? (double)area : DBNull.Value, room.Beds.Count, room.Capacity is { } most ? most : DBNull.Value);
        }

        for (var i = 0; i < Stays; i++)
        {
            var stay = Stay(i);
            Run("INSERT INTO stay VALUES ($1, $2, $3, $4, $5)", i, RoomOf(i), Iso(stay.Since), stay.Until is { } until ? Iso(until) : DBNull.Value, stay.OfFamily ? 1 : 0);
        }

        Run("CREATE INDEX stay_room ON stay (room)");
        transaction.Commit();

        void Run(string sql, params object[] values)
        {
            using var command = plain.CreateCommand();
            command.Transaction = transaction;
#pragma warning disable CA2100 // Constant.
            command.CommandText = sql;
#pragma warning restore CA2100
            for (var i = 0; i < values.Length; i++)
            {
                command.Parameters.AddWithValue($"${i + 1}", values[i]);
            }

            command.ExecuteNonQuery();
        }
    }

    private static async Task LoadAsync(IBulkLoader bulk, Action<(WriteBatch Batch, int Index)> stage, int count)
    {
        var result = await bulk.LoadAsync(
            RecordsAsync(),
            BulkMode.InsertOnly,
            chunk => new AuditEntry(s_agency, Instant.FromUtc(2026, 11, 22, 0, 0), "benchmark", "bulk.load", chunk[0].Key.Kind.Name, null, null, null),
            default);
        if (result.Loaded != count)
        {
            throw new InvalidOperationException($"{result.Loaded} of {count} records were loaded.");
        }

        async IAsyncEnumerable<StoredRecord> RecordsAsync()
        {
            await Task.CompletedTask;
            for (var i = 0; i < count; i++)
            {
                var batch = new WriteBatch(s_agency);
                stage((batch, i));
                var put = (PutOperation)batch.Operations[0];
                yield return new StoredRecord(put.Key, 1, put.Fields, put.Body);
            }
        }
    }

    // Most homes have two or three rooms; one in fifty has many. The numbers are spread by remainders, the same in every run.
    private static int HomeOf(int room) => room % 7 == 0 ? room % 600 : room % Homes;

    private static int RoomOf(int stay) => (int)(stay * 7919L % RoomsOfAll);

    private static Guid Id(int kind, int index) => new(kind, (short)(index >> 16), (short)index, [1, 2, 3, 4, (byte)(index >> 24), (byte)(index >> 16), (byte)(index >> 8), (byte)index]);

    private static StandardAddress Address(int i) => new(new(Id(1, i)), default, string.Create(CultureInfo.InvariantCulture, $"天津经济技术开发区第三大街{i}号"), "120116", AddressParts.None);

    private static RentalProperty Home(int i) => new(new(Id(2, i)), default, new(Id(1, i)), PropertyKind.Dwelling, null, new Landlord(PersonName.Parse("王房东")));

    private static Room Room(int i) => new(
        new(Id(3, i)), default, new(Id(2, HomeOf(i))), string.Create(CultureInfo.InvariantCulture, $"{i}"), RoomUse.Bedroom, i % 11 == 0 ? null : 8 + (i % 9), i % 5 == 0 ? ["A", "B", "C"] : [], i % 3 == 0 ? 3 : null, Occupied: 0);

    private static Occupancy Stay(int i) => new(
        new(Id(4, i)), default, new ResidentId(Id(5, i)), new(Id(2, HomeOf(RoomOf(i)))), new(Id(3, RoomOf(i))), Bed: null, Lease: null, new LocalDate(2025, 1, 1).PlusDays(i % 600), i % 6 == 0 ? s_day.PlusDays((i % 100) - 60) : null)
    {
        OfFamily = i % 4 == 0,
    };

    private static string Iso(LocalDate day) => day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
}
