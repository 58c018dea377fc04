using NewCitizen.TestServers.PostgreSql;

namespace NewCitizen.Storage.PostgreSql.Tests;

/// <summary>On PostgreSQL 15, or the oldest later one of this machine.</summary>
public sealed class PostgreSql15ConformanceTests() : PostgreSqlConformance(PostgreSqlInstall.Old);

/// <summary>On PostgreSQL 18.</summary>
public sealed class PostgreSql18ConformanceTests() : PostgreSqlConformance(PostgreSqlInstall.New);

/// <summary>With hash partitions by agency, as a large store has them.</summary>
public sealed class PartitionedConformanceTests() : PostgreSqlConformance(PostgreSqlInstall.New, options => options.Partitions = 4);
