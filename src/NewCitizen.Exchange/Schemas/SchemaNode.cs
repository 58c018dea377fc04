using NewCitizen.Privacy;

namespace NewCitizen.Exchange.Schemas;

/// <summary>
/// The description of one value of a document: the one source of its JSON Schema, its check and its table in the docs. A test holds it
/// against the C# types.
/// </summary>
internal sealed record SchemaNode
{
    public required SchemaKind Kind { get; init; }

    public required string Chinese { get; init; }

    public required string English { get; init; }

    /// <summary>Standard the value follows, such as <c>GB/T 3304-1991</c>.</summary>
    public string? Standard { get; init; }

    /// <summary>Id of the code table.</summary>
    public string? CodeList { get; init; }

    /// <summary>How carefully the value must be handled; null if it is no personal data.</summary>
    public PersonalDataLevel? Sensitivity { get; init; }

    /// <summary>Part it plays in telling who a person is: name, number, birth-date, sex, phone, address.</summary>
    public string? IdentityPart { get; init; }

    public BusinessRule Rule { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    /// <summary>Anchored, over ASCII only, linear in time.</summary>
    public string? Pattern { get; init; }

    public TextFormat Format { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    public string? Constant { get; init; }

    public long? Minimum { get; init; }

    public long? Maximum { get; init; }

    public IReadOnlyList<SchemaMember> Members { get; init; } = [];

    public int? MinMembers { get; init; }

    public int? MaxMembers { get; init; }

    public SchemaNode? Items { get; init; }

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    /// <summary>Shapes of a choice, each with a constant <c>op</c>.</summary>
    public IReadOnlyList<SchemaNode> Shapes { get; init; } = [];

    public SchemaMember Required(string name) => new(name, this, IsRequired: true);

    public SchemaMember Optional(string name) => new(name, this, IsRequired: false);

    public SchemaNode Personal(string? identityPart = null) => this with { Sensitivity = PersonalDataLevel.Ordinary, IdentityPart = identityPart };

    public override string ToString() => $"{Kind} {English}";
}
