using Npgsql;
using NpgsqlTypes;

namespace NewCitizen.Benchmarks.Floors.PostgreSql;

/// <summary>Prepared statements of one connection. A row's columns are read, and nothing of them understood.</summary>
internal sealed class PostgreSqlFloorClient : Client
{
    private const string Columns = "version, status, document_hash, phone_hash, name_hash, sex, birth_year, origin_division, registered_on, address_id, id, body";
    private const string Body = "{\"channel\":\"counter\",\"note\":\"made up for a benchmark\"}";

    private const string OneStatement = """
        WITH taken AS (UPDATE slot SET taken = taken + 1 WHERE agency = 'teda' AND id = $1 AND taken < capacity RETURNING id)
        INSERT INTO booking SELECT 'teda', $2, id, $3 FROM taken
        """;

    private readonly NpgsqlConnection _connection;
    private readonly bool _oneStatement;
    private readonly NpgsqlCommand _byId;
    private readonly NpgsqlCommand _byHash;
    private readonly NpgsqlCommand _page;
    private readonly NpgsqlCommand _update;
    private readonly NpgsqlCommand _bookAtOnce;
    private readonly NpgsqlCommand _take;
    private readonly NpgsqlCommand _book;
    private readonly object[] _values = new object[12];
    private readonly Dictionary<int, long> _versions = [];

    private PostgreSqlFloorClient(NpgsqlConnection connection, bool oneStatement)
    {
        (_connection, _oneStatement) = (connection, oneStatement);
        _byId = Command($"SELECT {Columns} FROM citizen_file WHERE agency = 'teda' AND id = $1", NpgsqlDbType.Uuid);
        _byHash = Command($"SELECT {Columns} FROM citizen_file WHERE agency = 'teda' AND document_hash = $1", NpgsqlDbType.Bytea);
        _page = Command($"SELECT {Columns} FROM citizen_file WHERE agency = 'teda' AND id > $1 ORDER BY id LIMIT 50", NpgsqlDbType.Uuid);
        _update = Command(
            "UPDATE citizen_file SET version = version + 1, status = $1, body = $2 WHERE agency = 'teda' AND id = $3 AND version = $4",
            NpgsqlDbType.Text, NpgsqlDbType.Text, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint);
        _bookAtOnce = Command(OneStatement, NpgsqlDbType.Integer, NpgsqlDbType.Uuid, NpgsqlDbType.Text);
        _take = Command("UPDATE slot SET taken = taken + 1 WHERE agency = 'teda' AND id = $1 AND taken < capacity", NpgsqlDbType.Integer);
        _book = Command("INSERT INTO booking VALUES ('teda', $1, $2, $3)", NpgsqlDbType.Uuid, NpgsqlDbType.Integer, NpgsqlDbType.Text);
    }

    public static async Task<PostgreSqlFloorClient> OpenAsync(NpgsqlConnection connection, bool oneStatement, Range own)
    {
        var client = new PostgreSqlFloorClient(connection, oneStatement) { Own = own };
        foreach (var command in client.Commands)
        {
            await command.PrepareAsync();
        }

        return client;
    }

    private NpgsqlCommand[] Commands => [_byId, _byHash, _page, _update, _bookAtOnce, _take, _book];

    public override ValueTask ByIdAsync(int place) => ReadAsync(_byId, FileRows.Id(place), 1);

    public override ValueTask ByHashAsync(int place) => ReadAsync(_byHash, Known.Hashes[place], 1);

    public override ValueTask PageAsync(int place) => ReadAsync(_page, FileRows.Id(place), 50);

    public override async ValueTask UpdateAsync(int place)
    {
        var version = _versions.GetValueOrDefault(place, 1);
        _update.Parameters[0].Value = version % 2 == 0 ? "active" : "changed";
        _update.Parameters[1].Value = Known.Sample.Body;
        _update.Parameters[2].Value = FileRows.Id(place);
        _update.Parameters[3].Value = version;
        Require(await _update.ExecuteNonQueryAsync() == 1);
        _versions[place] = version + 1;
    }

    public override async ValueTask BookAsync(int slot)
    {
        if (_oneStatement)
        {
            (_bookAtOnce.Parameters[0].Value, _bookAtOnce.Parameters[1].Value, _bookAtOnce.Parameters[2].Value) = (slot, Guid.CreateVersion7(), Body);
            Require(await _bookAtOnce.ExecuteNonQueryAsync() == 1);
            return;
        }

        await using var transaction = await _connection.BeginTransactionAsync();
        _take.Parameters[0].Value = slot;
        (_book.Parameters[0].Value, _book.Parameters[1].Value, _book.Parameters[2].Value) = (Guid.CreateVersion7(), slot, Body);
        Require(await _take.ExecuteNonQueryAsync() == 1 && await _book.ExecuteNonQueryAsync() == 1);
        await transaction.CommitAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var command in Commands)
        {
            await command.DisposeAsync();
        }

        await _connection.DisposeAsync();
    }

    private async ValueTask ReadAsync(NpgsqlCommand command, object wanted, int expected)
    {
        command.Parameters[0].Value = wanted;
        var count = 0;
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            rows.GetValues(_values);
            count++;
        }

        Require(count == expected);
    }

    private NpgsqlCommand Command(string sql, params NpgsqlDbType[] types)
    {
        var command = new NpgsqlCommand(sql, _connection);
        foreach (var type in types)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type });
        }

        return command;
    }

    private static void Require(bool done)
    {
        if (!done)
        {
            throw new InvalidOperationException("The raw statement did not do what it should.");
        }
    }
}
