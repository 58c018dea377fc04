namespace NewCitizen.Exchange.Schemas;

/// <summary>A document type of the exchange (交换文档类型) with its schema. Immutable, thread-safe.</summary>
public sealed class DocumentType
{
    private readonly Lazy<byte[]> _schema;

    internal DocumentType(string name, string version, string fileName, string chinese, string english, SchemaNode line, SchemaNode document)
    {
        Name = name;
        Version = version;
        FileName = fileName;
        Chinese = chinese;
        English = english;
        Line = line;
        Document = document;
        _schema = new(() => JsonSchemaText.Write(this));
    }

    /// <summary>Name with its major version, such as <c>ncx.resident.v1</c>.</summary>
    public string Name { get; }

    /// <summary>Major and minor version, such as <c>1.0</c>.</summary>
    public string Version { get; }

    /// <summary>File an export writes, such as <c>residents.ndjson</c>.</summary>
    public string FileName { get; }

    /// <summary>File of the schema, such as <c>ncx.resident.v1.schema.json</c>.</summary>
    public string SchemaFileName => Name + ".schema.json";

    /// <summary>Identifies the schema for ever; nothing has to be there when the address is opened.</summary>
    public string SchemaId => $"https://schema.newcitizen.example/ncx/{Name[4..^3]}/{Version}/schema.json";

    /// <summary>Chinese name.</summary>
    public string Chinese { get; }

    /// <summary>English name.</summary>
    public string English { get; }

    /// <summary>The JSON Schema 2020-12 of one line, UTF-8 with LF, the same bytes on every machine.</summary>
    public ReadOnlyMemory<byte> Schema => _schema.Value;

    internal SchemaNode Line { get; }

    internal SchemaNode Document { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
