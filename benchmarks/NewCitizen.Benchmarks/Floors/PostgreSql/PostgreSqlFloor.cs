using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace NewCitizen.Benchmarks.Floors.PostgreSql;

/// <summary>Raw SQL over PostgreSQL: prepared statements, a connection a client, one statement a booking.</summary>
/// <param name="connectionString">The server and database.</param>
/// <param name="schema">Schema of the tables.</param>
/// <param name="oneStatement">Whether a booking is one statement; otherwise begin, update, insert, commit.</param>
internal sealed class PostgreSqlFloor(string connectionString, string schema, bool oneStatement) : Contender
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema, MaxAutoPrepare = 0 });

    public override string Name => oneStatement ? "raw SQL" : "raw SQL, transaction";

    public override bool Does(Work work) => oneStatement || work is Work.BookHot or Work.BookMany;

    /// <summary>Makes the tables anew.</summary>
    public static async Task CreateAsync(string connectionString, string schema)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand($"""
            DROP SCHEMA IF EXISTS {schema} CASCADE;
            CREATE SCHEMA {schema};
            SET search_path = {schema};
            CREATE TABLE citizen_file (agency text COLLATE "C" NOT NULL, id uuid NOT NULL, version bigint NOT NULL, status text NOT NULL, document_hash bytea NOT NULL,
                phone_hash bytea, name_hash bytea, sex text, birth_year integer, origin_division text, registered_on date NOT NULL, address_id uuid, body text NOT NULL,
                PRIMARY KEY (agency, id));
            CREATE UNIQUE INDEX citizen_file_document ON citizen_file (agency, document_hash);
            CREATE INDEX citizen_file_registered ON citizen_file (agency, registered_on, id);
            CREATE TABLE slot (agency text COLLATE "C" NOT NULL, id integer NOT NULL, capacity integer NOT NULL, taken integer NOT NULL, PRIMARY KEY (agency, id));
            CREATE TABLE booking (agency text COLLATE "C" NOT NULL, id uuid NOT NULL, slot integer NOT NULL, body text NOT NULL, PRIMARY KEY (agency, id));
            CREATE INDEX booking_slot ON booking (agency, slot);
            INSERT INTO slot SELECT 'teda', i, 1000000000, 0 FROM generate_series(0, 1000) AS g (i);
            """);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Loads rows by binary COPY; making them up is not counted.</summary>
    public static async Task<TimeSpan> LoadAsync(string connectionString, string schema, IEnumerable<FileRow> rows)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema });
        await using var connection = await source.OpenConnectionAsync();
        var counted = new Stopwatch();
        foreach (var chunk in rows.Chunk(10_000))
        {
            counted.Start();
            await using (var copy = await connection.BeginBinaryImportAsync("COPY citizen_file FROM STDIN (FORMAT binary)"))
            {
                foreach (var row in chunk)
                {
                    await copy.StartRowAsync();
                    await copy.WriteAsync(FileRow.Agency, NpgsqlDbType.Text);
                    await copy.WriteAsync(row.Id, NpgsqlDbType.Uuid);
                    await copy.WriteAsync(1L, NpgsqlDbType.Bigint);
                    await copy.WriteAsync(row.Status, NpgsqlDbType.Text);
                    await copy.WriteAsync(row.DocumentHash, NpgsqlDbType.Bytea);
                    await copy.WriteAsync(row.PhoneHash, NpgsqlDbType.Bytea);
                    await copy.WriteAsync(row.NameHash, NpgsqlDbType.Bytea);
                    await copy.WriteAsync(row.Sex, NpgsqlDbType.Text);
                    await copy.WriteAsync(row.BirthYear, NpgsqlDbType.Integer);
                    if (row.OriginDivision is null)
                    {
                        await copy.WriteNullAsync();
                    }
                    else
                    {
                        await copy.WriteAsync(row.OriginDivision, NpgsqlDbType.Text);
                    }

                    await copy.WriteAsync(row.RegisteredOn.ToDateOnly(), NpgsqlDbType.Date);
                    await copy.WriteAsync(row.AddressId, NpgsqlDbType.Uuid);
                    await copy.WriteAsync(row.Body, NpgsqlDbType.Text);
                }

                await copy.CompleteAsync();
            }

            counted.Stop();
        }

        return counted.Elapsed;
    }

    public override async ValueTask<Client> ConnectAsync(Range own) =>
        await PostgreSqlFloorClient.OpenAsync(await _source.OpenConnectionAsync(), oneStatement, own);

    public override async ValueTask<long> MismatchesAsync()
    {
        await using var command = _source.CreateCommand("SELECT count(*) FROM slot s WHERE taken <> (SELECT count(*) FROM booking b WHERE b.agency = s.agency AND b.slot = s.id)");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public override ValueTask DisposeAsync() => _source.DisposeAsync();
}
