using NewCitizen.Errors;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Connections;

/// <summary>Says in the words of the catalogue what the server or the driver said.</summary>
internal static class StoreFailures
{
    /// <summary>The server could not be reached or went away: what was sent may or may not have been committed.</summary>
    public static bool IsGone(NpgsqlException failure) => failure is not PostgresException server
        || server.SqlState.StartsWith("57P0", StringComparison.Ordinal)
        || server.SqlState.StartsWith("08", StringComparison.Ordinal)
        || server.SqlState == PostgresErrorCodes.TooManyConnections;

    /// <summary>The server undid the transaction for a reason that passes: a deadlock, a lock, a standby that is not yet a primary.</summary>
    public static bool IsRepeatable(NpgsqlException failure) => failure is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.ReadOnlySqlTransaction,
    };

    public static NewCitizenException ToStore(NpgsqlException failure) => failure is PostgresException server
        ? server.SqlState switch
        {
            PostgresErrorCodes.DiskFull => new StoreUnavailableException(StorageErrors.DiskFull, failure),
            PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.InvalidSchemaName =>
                new NewCitizenException(StorageErrors.SchemaDiffers, failure, "tables or functions are not there"),
            _ => new StoreUnavailableException(StorageErrors.Unavailable, failure),
        }
        : new StoreUnavailableException(StorageErrors.Unavailable, failure);
}
