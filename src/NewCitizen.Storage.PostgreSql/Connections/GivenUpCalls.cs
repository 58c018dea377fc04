using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Connections;

/// <summary>
/// What a call that was given up leaves behind, even one that was answered all the same. If the server stops a statement after parsing and before describing it, the driver keeps it as prepared
/// without knowing its columns, and the next call on that connection that uses it fails. So such a connection forgets what it has prepared.
/// </summary>
internal static class GivenUpCalls
{
    public static void ForgetStatements(this NpgsqlConnection connection)
    {
        try
        {
            // The driver has no other form of it; it is one short answer of the server, after a call that was given up.
            connection.UnprepareAll();
        }
        catch (Exception failure) when (failure is NpgsqlException or InvalidOperationException)
        {
            // The connection broke, and does not go back to the pool.
        }
    }
}
