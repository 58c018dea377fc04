using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace NewCitizen.Benchmarks.Floors.Sqlite;

/// <summary>Raw SQL over SQLite: prepared statements, write-ahead log, full sync, one writer at a time, a connection a client.</summary>
internal sealed class SqliteFloor(string path) : Contender
{
    private const string Schema = """
        CREATE TABLE citizen_file (agency TEXT NOT NULL, id BLOB NOT NULL, version INTEGER NOT NULL, status TEXT NOT NULL, document_hash BLOB NOT NULL,
            phone_hash BLOB, name_hash BLOB, sex TEXT, birth_year INTEGER, origin_division TEXT, registered_on TEXT NOT NULL, address_id BLOB, body TEXT NOT NULL,
            PRIMARY KEY (agency, id)) STRICT;
        CREATE UNIQUE INDEX citizen_file_document ON citizen_file (agency, document_hash);
        CREATE INDEX citizen_file_registered ON citizen_file (agency, registered_on, id);
        CREATE TABLE slot (agency TEXT NOT NULL, id INTEGER NOT NULL, capacity INTEGER NOT NULL, taken INTEGER NOT NULL, PRIMARY KEY (agency, id)) STRICT;
        CREATE TABLE booking (agency TEXT NOT NULL, id BLOB NOT NULL, slot INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (agency, id)) STRICT;
        CREATE INDEX booking_slot ON booking (agency, slot);
        WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO slot SELECT 'teda', i, 1000000000, 0 FROM n;
        """;

    private const int RowsInTransaction = 10_000;

    /// <summary>SQLite lets one transaction write; waiting here costs less than its own waiting.</summary>
    private readonly SemaphoreSlim _writing = new(1);

    public string Path => path;

    public override string Name => "raw SQL";

    public override bool Does(Work work) => true;

    /// <summary>Opens a connection as raw programs do who know the engine.</summary>
    public static SqliteConnection Open(string path, string synchronous = "FULL")
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=60");
        connection.Open();
        Execute(connection, $"PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 4000; PRAGMA journal_size_limit = -1;");
        return connection;
    }

    public static void Create(string path)
    {
        using var connection = Open(path);
        Execute(connection, Schema);
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Grows the write-ahead log to 16 MB, as those do who know that a commit which lengthens it costs many times more. It stays while
    /// the connection that is returned is open.
    /// </summary>
    public static SqliteConnection Warm(string path)
    {
        var connection = Open(path);
        Execute(connection, "CREATE TABLE filler (x BLOB); INSERT INTO filler VALUES (zeroblob(17000000)); DROP TABLE filler;");
        return connection;
    }

    /// <summary>Loads rows; making them up is not counted.</summary>
    public static TimeSpan Load(string path, IEnumerable<FileRow> rows)
    {
        using var connection = Open(path);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO citizen_file VALUES ($p0, $p1, 1, $p2, $p3, $p4, $p5, $p6, $p7, $p8, $p9, $p10, $p11)";
        SqliteType[] types =
        [
            SqliteType.Text, SqliteType.Blob, SqliteType.Text, SqliteType.Blob, SqliteType.Blob, SqliteType.Blob, SqliteType.Text, SqliteType.Integer, SqliteType.Text,
            SqliteType.Text, SqliteType.Blob, SqliteType.Text,
        ];
        var parameters = types.Select((type, i) => insert.Parameters.Add($"$p{i}", type)).ToArray();
        insert.Prepare();
        var counted = new Stopwatch();
        foreach (var chunk in rows.Chunk(RowsInTransaction))
        {
            counted.Start();
            using var transaction = connection.BeginTransaction();
            insert.Transaction = transaction;
            foreach (var row in chunk)
            {
                parameters[0].Value = FileRow.Agency;
                parameters[1].Value = row.Id.ToByteArray(bigEndian: true);
                parameters[2].Value = row.Status;
                parameters[3].Value = row.DocumentHash;
                parameters[4].Value = row.PhoneHash;
                parameters[5].Value = row.NameHash;
                parameters[6].Value = row.Sex;
                parameters[7].Value = row.BirthYear;
                parameters[8].Value = row.OriginDivision ?? (object)DBNull.Value;
                parameters[9].Value = row.RegisteredOn.ToString("uuuu-MM-dd", null);
                parameters[10].Value = row.AddressId.ToByteArray(bigEndian: true);
                parameters[11].Value = System.Text.Encoding.UTF8.GetString(row.Body);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
            counted.Stop();
        }

        return counted.Elapsed;
    }

    public override ValueTask<Client> ConnectAsync(Range own) => new(new SqliteFloorClient(Open(path), _writing) { Own = own });

    public override ValueTask<long> MismatchesAsync()
    {
        using var connection = Open(path);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM slot s WHERE taken <> (SELECT count(*) FROM booking b WHERE b.agency = s.agency AND b.slot = s.id)";
        return new((long)command.ExecuteScalar()!);
    }

    public override ValueTask DisposeAsync()
    {
        _writing.Dispose();
        return ValueTask.CompletedTask;
    }
}
