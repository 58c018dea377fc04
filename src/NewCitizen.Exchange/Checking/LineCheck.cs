using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using NewCitizen.Errors;
using NewCitizen.Exchange.Schemas;
using NodaTime;

namespace NewCitizen.Exchange.Checking;

/// <summary>Checks one line after the other, keeping nothing but the issues of the line at hand. Not thread-safe.</summary>
internal sealed partial class LineCheck
{
    private readonly CheckNode _root;
    private readonly CheckOptions _options;
    private readonly LocalDate _asOf;
    private readonly JsonPath _path = new();
    private readonly List<DocumentIssue> _issues = [];
    private readonly List<int> _births = [];
    private byte[] _unescaped = new byte[4096];
    private long _number;
    private int _errors;

    public LineCheck(CheckNode root, CheckOptions options, LocalDate asOf)
    {
        _root = root;
        _options = options;
        _asOf = asOf;
    }

    public IReadOnlyList<DocumentIssue> Issues => _issues;

    /// <summary>Whether the line has no error.</summary>
    public bool Check(ReadOnlySpan<byte> line, long number)
    {
        Reset(number);
        if (!Utf8.IsValid(line))
        {
            Add(ExchangeErrors.NotUtf8, keyword: null);
            return false;
        }

        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            Value(ref reader, _root, line);
            reader.Read();
        }
        catch (JsonException exception)
        {
            Reset(number);
            Add(ExchangeErrors.NotJson, keyword: null, (exception.BytePositionInLine ?? 0).ToString(CultureInfo.InvariantCulture));
        }
        catch (InvalidOperationException)
        {
            // The reader refuses escapes that are half a character when their text is taken.
            Add(ExchangeErrors.LoneSurrogate, keyword: null);
        }

        return _errors == 0;
    }

    public void Refuse(ErrorCode code, long number, params IReadOnlyList<string> arguments)
    {
        Reset(number);
        Add(code, keyword: null, arguments);
    }

    private void Reset(long number)
    {
        _number = number;
        _errors = 0;
        _issues.Clear();
        _births.Clear();
        _path.Clear();
    }

    private void Value(ref Utf8JsonReader reader, CheckNode node, ReadOnlySpan<byte> line)
    {
        var expected = node.Kind switch
        {
            SchemaKind.Text => JsonTokenType.String,
            SchemaKind.Integer => JsonTokenType.Number,
            SchemaKind.Array => JsonTokenType.StartArray,
            _ => JsonTokenType.StartObject,
        };
        if (reader.TokenType != expected)
        {
            WrongType(node);
            reader.Skip();
            return;
        }

        switch (node.Kind)
        {
            case SchemaKind.Text:
                Text(ref reader, node);
                break;
            case SchemaKind.Integer:
                Integer(ref reader, node);
                break;
            case SchemaKind.Array:
                Array(ref reader, node, line);
                break;
            case SchemaKind.Choice:
                Choice(ref reader, node, line);
                break;
            default:
                Object(ref reader, node, line);
                break;
        }
    }

    private void Choice(ref Utf8JsonReader reader, CheckNode node, ReadOnlySpan<byte> line)
    {
        var probe = reader;
        CheckNode? shape = null;
        while (probe.Read() && probe.TokenType == JsonTokenType.PropertyName)
        {
            var isOperation = probe.ValueTextEquals("op"u8);
            probe.Read();
            if (isOperation)
            {
                foreach (var candidate in node.Shapes)
                {
                    shape = probe.TokenType == JsonTokenType.String && probe.ValueTextEquals(candidate.Operation) ? candidate : shape;
                }

                break;
            }

            probe.Skip();
        }

        if (shape is null)
        {
            Add(ExchangeErrors.UnknownOperation, "discriminator");
            reader.Skip();
            return;
        }

        Object(ref reader, shape, line);
    }

    private void Object(ref Utf8JsonReader reader, CheckNode node, ReadOnlySpan<byte> line)
    {
        var errors = _errors;
        Span<MemberSlice> slices = stackalloc MemberSlice[node.Rule == BusinessRule.None ? 0 : node.Children.Length];
        var (seen, count, next) = (0UL, 0, 0);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            count++;
            var index = node.Find(ref reader, next);
            reader.Read();
            if (index < 0)
            {
                Add(ExchangeErrors.UnknownMember, "additionalProperties");
                reader.Skip();
                continue;
            }

            next = index + 1;
            _path.Push(node.MemberNames[index]);
            if ((seen & (1UL << index)) != 0)
            {
                Add(ExchangeErrors.DuplicateMember, keyword: null);
            }

            seen |= 1UL << index;
            if (slices.Length > 0 && reader.TokenType == JsonTokenType.String)
            {
                slices[index] = new((int)reader.TokenStartIndex + 1, reader.ValueSpan.Length, reader.ValueIsEscaped);
            }

            Value(ref reader, node.Children[index], line);
            _path.Pop();
        }

        if ((node.RequiredBits & ~seen) is var missing and not 0)
        {
            Missing(node, missing);
        }

        Least(node.Source.MinMembers, count, "minProperties");
        Most(node.Source.MaxMembers, count, "maxProperties");
        if (slices.Length > 0 && errors == _errors && _options.ApplyRules)
        {
            Apply(node, slices, line);
        }
    }

    private void Array(ref Utf8JsonReader reader, CheckNode node, ReadOnlySpan<byte> line)
    {
        var start = (int)reader.TokenStartIndex;
        var errors = _errors;
        var count = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            _path.Push(count);
            Value(ref reader, node.Items!, line);
            _path.Pop();
            count++;
        }

        Least(node.Source.MinItems, count, "minItems");
        Most(node.Source.MaxItems, count, "maxItems");
        if (node.Rule == BusinessRule.UniqueKeys && count > 1 && errors == _errors && _options.ApplyRules)
        {
            UniqueKeys(line[start..(int)reader.BytesConsumed]);
        }
    }

    private void Integer(ref Utf8JsonReader reader, CheckNode node)
    {
        // 1.0 and 1e2 are integers to JSON Schema.
        if (!reader.TryGetInt64(out var exact))
        {
            var real = reader.TryGetDouble(out var parsed) ? parsed : double.NaN;
            if (!double.IsFinite(real) || Math.Floor(real) != real)
            {
                WrongType(node);
                return;
            }

            exact = real >= long.MaxValue ? long.MaxValue : real <= long.MinValue ? long.MinValue : (long)real;
        }

        if (exact < node.Source.Minimum)
        {
            Add(ExchangeErrors.TooSmall, "minimum", Number(node.Source.Minimum));
        }
        else if (exact > node.Source.Maximum)
        {
            Add(ExchangeErrors.TooGreat, "maximum", Number(node.Source.Maximum));
        }
    }

    private void Text(ref Utf8JsonReader reader, CheckNode node)
    {
        var text = reader.ValueIsEscaped ? Unescape(ref reader) : reader.ValueSpan;
        if (text.Length > node.MaxLength && Length(text) > node.MaxLength)
        {
            Add(ExchangeErrors.TooLong, "maxLength", Number(node.MaxLength));
        }
        else if (text.Length < node.MinLength * 4 && Length(text) < node.MinLength)
        {
            Add(ExchangeErrors.TooShort, "minLength", Number(node.MinLength));
        }
        else if (node.Pattern is { } pattern && !pattern.IsMatch(text))
        {
            Add(ExchangeErrors.WrongForm, "pattern");
        }
        else if (node.Format != TextFormat.None && !(node.Format == TextFormat.Date ? CalendarText.IsDate(text) : CalendarText.IsMoment(text)))
        {
            Add(ExchangeErrors.WrongFormat, "format", JsonSchemaText.FormatName(node.Format));
        }
        else if (node.HasValues && !node.Allows(text))
        {
            Add(ExchangeErrors.NotAllowed, node.Source.Constant is null ? "enum" : "const", node.Source.CodeList ?? node.Source.English);
        }
        else if (node.Rule != BusinessRule.None && _options.ApplyRules)
        {
            Apply(node, text);
        }
    }

    private ReadOnlySpan<byte> Unescape(ref Utf8JsonReader reader)
    {
        if (_unescaped.Length < reader.ValueSpan.Length)
        {
            _unescaped = new byte[reader.ValueSpan.Length];
        }

        return _unescaped.AsSpan(0, reader.CopyString(_unescaped));
    }

    private static int Length(ReadOnlySpan<byte> utf8)
    {
        var count = 0;
        foreach (var unit in utf8)
        {
            count += (unit & 0xC0) == 0x80 ? 0 : 1;
        }

        return count;
    }

    private void Missing(CheckNode node, ulong missing)
    {
        for (var i = 0; i < node.Children.Length; i++)
        {
            if ((missing & (1UL << i)) != 0)
            {
                Add(ExchangeErrors.MemberMissing, "required", node.MemberNames[i]);
            }
        }
    }

    private void Least(int? least, int count, string keyword)
    {
        if (count < least)
        {
            Add(ExchangeErrors.TooFew, keyword, Number(least));
        }
    }

    private void Most(int? most, int count, string keyword)
    {
        if (count > most)
        {
            Add(ExchangeErrors.TooMany, keyword, Number(most));
        }
    }

    private void WrongType(CheckNode node) => Add(ExchangeErrors.WrongType, "type", JsonSchemaText.TypeName(node.Kind));

    private static string Number(long? value) => value!.Value.ToString(CultureInfo.InvariantCulture);

    private void Add(ErrorCode code, string? keyword, params IReadOnlyList<string> arguments) => AddAt(member: null, code, keyword, arguments);

    private void AddAt(string? member, ErrorCode code, string? keyword, params IReadOnlyList<string> arguments)
    {
        _errors += code.Severity == IssueSeverity.Error ? 1 : 0;
        if (_issues.Count < _options.MaxIssuesPerLine)
        {
            _issues.Add(new(new Issue(code, new IssueLocation(_path.Pointer(member), _number), arguments), keyword));
        }
    }
}
