using System.Security.Cryptography;
using System.Text;

namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>A script. Its last statement records that it ran and what it made, so it may be run by hand as well.</summary>
/// <param name="Name">Number and subject.</param>
/// <param name="Body">The script without its last statement.</param>
/// <param name="Checksum">SHA-256 of what this version would run, whatever the schema is called.</param>
/// <param name="Schema">Quoted schema.</param>
internal sealed record StoreScript(string Name, string Body, string Checksum, string Schema)
{
    public string Text => $"""
        {Body}
        INSERT INTO {Schema}.schema_script (name, checksum, objects)
          SELECT '{Name}', '{Checksum}', coalesce(string_agg(line, E'\n' ORDER BY line), '') FROM {Schema}.schema_object
          WHERE line NOT IN (SELECT unnest(string_to_array(objects, E'\n')) FROM {Schema}.schema_script);

        """.ReplaceLineEndings("\n");

    public SchemaScript Public => new(Name, Text);

    public static string ChecksumOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
