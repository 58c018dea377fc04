using System.Security.Cryptography;
using System.Text;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>Names of tables, columns and functions. PostgreSQL cuts names after 63 bytes, so two long ones could become one.</summary>
internal static class SqlName
{
    private const int MaxLength = 63;

    /// <summary>The name, or its beginning and a digest if it is too long.</summary>
    public static string Fit(string name) => name.Length <= MaxLength
        ? name
        : $"{name[..(MaxLength - 9)]}_{Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(name)).AsSpan(0, 4))}";

    /// <summary>Quoted, since a name may be a word of SQL.</summary>
    public static string Quote(string name) => $"\"{name}\"";

    /// <summary>As the text of a literal.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
