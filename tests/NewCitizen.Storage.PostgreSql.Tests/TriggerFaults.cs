using System.Globalization;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Faults;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Tests;

/// <summary>Fails or holds a store inside its transactions: a trigger counts the rows that are written and strikes at one of them.</summary>
internal sealed class TriggerFaults(Func<Task<string>> server, Func<StoreUnderTest, string> schemaOf) : IFaultInjector
{
    public async ValueTask<IArmedFault> FailAtAsync(StoreUnderTest store, int step) => await ArmAsync(schemaOf(store), step, held: false);

    public async ValueTask<IArmedFault?> PauseAtAsync(StoreUnderTest store, int step) => await ArmAsync(schemaOf(store), step, held: true);

    private async Task<ArmedTrigger> ArmAsync(string schema, int step, bool held)
    {
        var connection = new NpgsqlConnection(await server());
        await connection.OpenAsync();
        var key = StringComparer.Ordinal.GetHashCode(schema);
        if (held)
        {
            await RunAsync(connection, Text($"SELECT pg_advisory_lock({key})"));
        }

        var strike = held ? Text($"PERFORM pg_advisory_xact_lock({key});") : "RAISE EXCEPTION 'injected by a test';";
        await RunAsync(connection, $"CREATE SEQUENCE IF NOT EXISTS {schema}.kit_step MINVALUE 0 START 0");
        await RunAsync(connection, $"SELECT setval('{schema}.kit_step', 0, false)");
        await RunAsync(connection, Function(schema, Text($"IF nextval('{schema}.kit_step') = {step} THEN {strike} END IF;")));
        await RunAsync(connection, $"""
            DO $do$ DECLARE t regclass; BEGIN
              FOR t IN SELECT c.oid::regclass FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = '{schema}' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
                AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = c.oid AND tgname = 'kit_strike') LOOP
                EXECUTE format('CREATE TRIGGER kit_strike BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION {schema}.kit_strike()', t);
              END LOOP;
            END $do$
            """);
        return new ArmedTrigger(connection, $"SELECT is_called AND last_value >= {Text($"{step}")} FROM {schema}.kit_step", Function(schema, string.Empty), held ? Text($"SELECT pg_advisory_unlock({key})") : null);
    }

    // Replacing the body needs no lock of a table, which dropping the triggers would.
    private static string Function(string schema, string body) => $"""
        CREATE OR REPLACE FUNCTION {schema}.kit_strike() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $body$
        BEGIN
          {body}
          IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
          RETURN NEW;
        END $body$
        """;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
#pragma warning disable CA2100 // Names and numbers of this test.
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync();
    }

    private sealed class ArmedTrigger : IArmedFault
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly CancellationTokenSource _stop = new();
        private readonly NpgsqlConnection _connection;
        private readonly string _isReached;
        private readonly string _disarm;
        private readonly string? _release;
        private readonly Task _watching;
        private int _disposed;

        public ArmedTrigger(NpgsqlConnection connection, string isReached, string disarm, string? release)
        {
            (_connection, _isReached, _disarm, _release) = (connection, isReached, disarm, release);
            _watching = WatchAsync();
        }

        public Task Reached => _reached.Task;

        public async ValueTask DisposeAsync()
        {
            if (Interlocked.Exchange(ref _disposed, 1) == 1)
            {
                return;
            }

            await _stop.CancelAsync();
            await _watching;
            await LookAsync();
            await RunAsync(_connection, _disarm);
            if (_release is not null)
            {
                await RunAsync(_connection, _release);
            }

            await _connection.DisposeAsync();
            _stop.Dispose();
        }

        private async Task WatchAsync()
        {
            while (!_stop.IsCancellationRequested && !_reached.Task.IsCompleted)
            {
                await LookAsync();
                await Task.Delay(2);
            }
        }

        private async Task LookAsync()
        {
            if (await RunAsync(_connection, _isReached) is true)
            {
                _reached.TrySetResult();
            }
        }
    }
}
