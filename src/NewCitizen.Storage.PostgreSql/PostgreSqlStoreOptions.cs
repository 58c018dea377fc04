using Npgsql;

namespace NewCitizen.Storage.PostgreSql;

/// <summary>Settings of one PostgreSQL store (服务器数据库). Every default is the safe one; only the connection string must be given.</summary>
public sealed class PostgreSqlStoreOptions
{
    /// <summary>
    /// Npgsql connection string. With several hosts (<c>Host=a,b,c</c>) the store finds the primary and follows it after a failover.
    /// Never logged and never part of an error.
    /// </summary>
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>Name of the schema that holds the tables: lower snake case, 1 to 40 characters. Several stores may share a database. Default <c>newcitizen</c>.</summary>
    public string Schema { get; set; } = "newcitizen";

    /// <summary>
    /// Whether tables are made with row-level security: a second wall that shows a connection the rows of one agency only. It binds roles that are
    /// neither superusers nor marked BYPASSRLS. Read when tables are made. Default true.
    /// </summary>
    public bool RowSecurity { get; set; } = true;

    /// <summary>Hash partitions by agency of every table of records, 0 to 256. Read when a table is made. Default 0: not partitioned.</summary>
    public int Partitions { get; set; }

    /// <summary>
    /// How long a call waits for a server that is gone, such as during a failover, before it is answered with NC3010 or, where a commit without a request
    /// key was already sent, with <see cref="CommitStatus.Unknown"/>. Default 30 seconds.
    /// </summary>
    public TimeSpan FailoverWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a reader of a feed waits for entries that are committed but may not be shown yet, because an older transaction of the server
    /// still runs. Afterwards it gets what is complete. Default 1 second.
    /// </summary>
    public TimeSpan FeedWait { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Most records in one transaction of a bulk load, 1 to 100,000. Default 5,000.</summary>
    public int BulkChunkRecords { get; set; } = 5000;

    /// <summary>Changes the data source before it is built, such as for certificates or a password provider.</summary>
    public Action<NpgsqlDataSourceBuilder>? ConfigureDataSource { get; set; }

    internal PostgreSqlStoreOptions Validated()
    {
        if (string.IsNullOrWhiteSpace(ConnectionString))
        {
            throw new InvalidOperationException($"{nameof(PostgreSqlStoreOptions)}.{nameof(ConnectionString)} is not set.");
        }

        if (Schema is not { Length: >= 1 and <= 40 } || !char.IsAsciiLetterLower(Schema[0]) || !Schema.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            throw new InvalidOperationException($"{nameof(PostgreSqlStoreOptions)}.{nameof(Schema)} is not a lower snake case name of 1 to 40 characters.");
        }

        Require(Partitions, 0, 256, nameof(Partitions));
        Require(BulkChunkRecords, 1, 100_000, nameof(BulkChunkRecords));
        Require(FailoverWait.TotalMilliseconds, 0, int.MaxValue, nameof(FailoverWait));
        Require(FeedWait.TotalMilliseconds, 0, int.MaxValue, nameof(FeedWait));
        return (PostgreSqlStoreOptions)MemberwiseClone();
    }

    private static void Require(double value, double lowest, double highest, string name)
    {
        if (value < lowest || value > highest)
        {
            throw new InvalidOperationException($"{nameof(PostgreSqlStoreOptions)}.{name} is out of range.");
        }
    }
}
