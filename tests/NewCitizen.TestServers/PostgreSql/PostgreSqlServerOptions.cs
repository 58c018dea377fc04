namespace NewCitizen.TestServers.PostgreSql;

/// <summary>How a throw-away PostgreSQL is set up.</summary>
public sealed record PostgreSqlServerOptions
{
    /// <summary>15 or 18.</summary>
    public int Major { get; init; } = PostgreSqlInstall.Old;

    /// <summary>Whether a commit waits for the disk. Needed where machines are lost; a killed process loses nothing either way.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Memory for pages.</summary>
    public string SharedBuffers { get; init; } = "64MB";

    /// <summary>Clients at the same time.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>More lines of postgresql.conf.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
