using NewCitizen.Hosting;
using NewCitizen.Storage;
using Npgsql;

namespace Portal.Hosting;

/// <summary>Puts the SDK on the store the portal was started with.</summary>
internal static class PortalStore
{
    public static NewCitizenBuilder UsePortalStore(this NewCitizenBuilder builder, PortalPaths paths)
    {
        if (paths.Server is not { } connection)
        {
            return builder.UseSqlite(paths.File, SchemaMode.Create);
        }

        // Several portals may share a database, each in a schema of its own. Keys never live beside the data they open.
        var schema = new NpgsqlConnectionStringBuilder(connection).SearchPath;
        return builder
            .UsePostgreSql(options => (options.ConnectionString, options.Schema) = (connection, string.IsNullOrEmpty(schema) ? options.Schema : schema), SchemaMode.Create)
            .UseKeyFile(Path.Combine(paths.Data, "portal.keys.json"));
    }
}
