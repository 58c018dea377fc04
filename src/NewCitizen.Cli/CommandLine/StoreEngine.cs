namespace NewCitizen.Cli.CommandLine;

/// <summary>Databases the command line opens.</summary>
internal enum StoreEngine
{
    /// <summary>One file.</summary>
    Sqlite,

    /// <summary>A server.</summary>
    PostgreSql,
}
