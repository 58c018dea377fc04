using System.Text;
using System.Text.Json;
using NewCitizen.Codes;
using NewCitizen.Exchange.Schemas;

namespace NewCitizen.Exchange.Checking;

/// <summary>A description made ready for checking UTF-8.</summary>
internal sealed class CheckNode
{
    /// <summary>Seen members are bits of one word.</summary>
    public const int MaxMembers = 64;

    private readonly byte[][] _names;
    private readonly ulong[] _values;

    public CheckNode(SchemaNode source)
    {
        if (source.Members.Count > MaxMembers)
        {
            throw new InvalidOperationException($"{source} has more than {MaxMembers} members.");
        }

        Source = source;
        Kind = source.Kind;
        Rule = source.Rule;
        Format = source.Format;
        MinLength = source.MinLength ?? 0;
        MaxLength = source.MaxLength ?? int.MaxValue;
        MemberNames = [.. source.Members.Select(member => member.Name)];
        Children = [.. source.Members.Select(member => new CheckNode(member.Node))];
        Items = source.Items is null ? null : new CheckNode(source.Items);
        Shapes = [.. source.Shapes.Select(shape => new CheckNode(shape))];
        Pattern = source.Pattern is null ? null : new PatternMatcher(source.Pattern);
        Operation = source.Members.FirstOrDefault(member => member.Name == "op")?.Node.Constant is { } constant ? Encoding.UTF8.GetBytes(constant) : null;
        _names = [.. source.Members.Select(member => Encoding.UTF8.GetBytes(member.Name))];
        IReadOnlyList<string> values = source.Constant is { } only ? [only] : source.Values ?? [];
        LongValues = values.Any(value => Encoding.UTF8.GetByteCount(value) > 8) ? [.. values.Select(Encoding.UTF8.GetBytes)] : null;
        _values = LongValues is null ? [.. values.Select(value => Pack(Encoding.UTF8.GetBytes(value)))] : [];
        HasValues = values.Count > 0;
        CodeTables.TryFind(source.CodeList, out var table);
        Table = table;
        for (var i = 0; i < source.Members.Count; i++)
        {
            RequiredBits |= source.Members[i].IsRequired ? 1UL << i : 0;
        }
    }

    public SchemaNode Source { get; }

    // Copies of what every value asks for.
    public SchemaKind Kind { get; }

    public BusinessRule Rule { get; }

    public TextFormat Format { get; }

    public int MinLength { get; }

    public int MaxLength { get; }

    public string[] MemberNames { get; }

    public CheckNode[] Children { get; }

    public CheckNode? Items { get; }

    public CheckNode[] Shapes { get; }

    public PatternMatcher? Pattern { get; }

    /// <summary>The operation a shape of a choice stands for.</summary>
    public byte[]? Operation { get; }

    public CodeTable? Table { get; }

    public ulong RequiredBits { get; }

    public bool HasValues { get; }

    private byte[][]? LongValues { get; }

    /// <summary>Index of the member at the reader, −1 if there is none; documents mostly keep the order of the description.</summary>
    public int Find(ref Utf8JsonReader reader, int expected)
    {
        if (expected < _names.Length && reader.ValueTextEquals(_names[expected]))
        {
            return expected;
        }

        for (var i = 0; i < _names.Length; i++)
        {
            if (i != expected && reader.ValueTextEquals(_names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    public int IndexOf(string name) => Array.IndexOf(MemberNames, name);

    public bool Allows(ReadOnlySpan<byte> value)
    {
        if (LongValues is null)
        {
            return value.Length is > 0 and <= 8 && _values.AsSpan().Contains(Pack(value));
        }

        foreach (var allowed in LongValues)
        {
            if (value.SequenceEqual(allowed))
            {
                return true;
            }
        }

        return false;
    }

    // No value holds NUL, so up to eight bytes make one distinct number.
    private static ulong Pack(ReadOnlySpan<byte> value)
    {
        var packed = 0UL;
        foreach (var unit in value)
        {
            packed = (packed << 8) | unit;
        }

        return packed;
    }
}
