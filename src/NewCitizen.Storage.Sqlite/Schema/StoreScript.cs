using System.Security.Cryptography;
using System.Text;

namespace NewCitizen.Storage.Sqlite.Schema;

/// <summary>A script with what it makes. Its last statement records that it ran, so it may be run by hand as well.</summary>
/// <param name="Name">Number and subject.</param>
/// <param name="Body">The script without its last statement.</param>
/// <param name="Objects">What it makes, as <see cref="SchemaObjects"/> names it.</param>
internal sealed record StoreScript(string Name, string Body, IReadOnlyList<string> Objects)
{
    public string Checksum { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)));

    public string Text => $"""
        {Body}
        INSERT INTO schema_script (name, checksum, objects, applied_at)
          VALUES ('{Name}', '{Checksum}', '{string.Join('\n', Objects)}', CAST(unixepoch('subsec') * 1000 AS INTEGER));

        """.ReplaceLineEndings("\n");

    public SchemaScript Public => new(Name, Text);
}
