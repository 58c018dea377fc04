using System.Text.Encodings.Web;
using System.Text.Json;
using NewCitizen.Privacy;

namespace NewCitizen.Exchange.Schemas;

/// <summary>Writes descriptions as JSON Schema 2020-12.</summary>
internal static class JsonSchemaText
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(DocumentType type)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_options))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("$id", type.SchemaId);
            writer.WriteString("title", type.Name);
            Members(writer, type.Line);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
        return stream.ToArray();
    }

    private static void Node(Utf8JsonWriter writer, SchemaNode node)
    {
        writer.WriteStartObject();
        Members(writer, node);
        writer.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter writer, SchemaNode node)
    {
        writer.WriteString("type", TypeName(node.Kind));
        Annotations(writer, node);
        switch (node.Kind)
        {
            case SchemaKind.Text:
                Text(writer, node);
                break;
            case SchemaKind.Integer:
                Number(writer, "minimum", node.Minimum);
                Number(writer, "maximum", node.Maximum);
                break;
            case SchemaKind.Array:
                Number(writer, "minItems", node.MinItems);
                Number(writer, "maxItems", node.MaxItems);
                writer.WritePropertyName("items");
                Node(writer, node.Items!);
                break;
            case SchemaKind.Choice:
                Choice(writer, node);
                break;
            default:
                Object(writer, node);
                break;
        }
    }

    public static string TypeName(SchemaKind kind) => kind switch
    {
        SchemaKind.Text => "string",
        SchemaKind.Integer => "integer",
        SchemaKind.Array => "array",
        _ => "object",
    };

    public static string FormatName(TextFormat format) => format == TextFormat.Date ? "date" : "date-time";

    /// <summary>Wire name of a level: not the C# name, which may change.</summary>
    public static string LevelName(PersonalDataLevel level) => level == PersonalDataLevel.Sensitive ? "sensitive" : "personal";

    private static void Annotations(Utf8JsonWriter writer, SchemaNode node)
    {
        writer.WriteStartObject("x-ncx");
        writer.WriteStartObject("label");
        writer.WriteString("zh", node.Chinese);
        writer.WriteString("en", node.English);
        writer.WriteEndObject();
        Optional(writer, "standard", node.Standard);
        Optional(writer, "codeList", node.CodeList);
        Optional(writer, "sensitivity", node.Sensitivity is { } level ? LevelName(level) : null);
        Optional(writer, "identityPart", node.IdentityPart);
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, SchemaNode node)
    {
        Optional(writer, "const", node.Constant);
        Number(writer, "minLength", node.MinLength);
        Number(writer, "maxLength", node.MaxLength);
        Optional(writer, "pattern", node.Pattern);
        Optional(writer, "format", node.Format == TextFormat.None ? null : FormatName(node.Format));
        if (node.Values is { } values)
        {
            writer.WriteStartArray("enum");
            foreach (var value in values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }
    }

    private static void Object(Utf8JsonWriter writer, SchemaNode node)
    {
        Number(writer, "minProperties", node.MinMembers);
        Number(writer, "maxProperties", node.MaxMembers);
        if (node.Members.Any(member => member.IsRequired))
        {
            writer.WriteStartArray("required");
            foreach (var member in node.Members.Where(member => member.IsRequired))
            {
                writer.WriteStringValue(member.Name);
            }

            writer.WriteEndArray();
        }

        writer.WriteStartObject("properties");
        foreach (var member in node.Members)
        {
            writer.WritePropertyName(member.Name);
            Node(writer, member.Node);
        }

        writer.WriteEndObject();
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void Choice(Utf8JsonWriter writer, SchemaNode node)
    {
        writer.WriteStartObject("discriminator");
        writer.WriteString("propertyName", "op");
        writer.WriteEndObject();
        writer.WriteStartArray("oneOf");
        foreach (var shape in node.Shapes)
        {
            Node(writer, shape);
        }

        writer.WriteEndArray();
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void Number(Utf8JsonWriter writer, string name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }
}
