namespace NewCitizen.Storage;

/// <summary>An index over one declared field. Agency is always its first part.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Type">What it promises.</param>
public sealed record IndexDefinition(string Field, IndexType Type);
