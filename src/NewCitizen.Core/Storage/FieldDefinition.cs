namespace NewCitizen.Storage;

/// <summary>One field that a record kind shows to the store, so that it can be queried and read by a database administrator.</summary>
/// <param name="Name">Lower snake case, 1 to 40 characters; the name of the column.</param>
/// <param name="Type">Type of each value.</param>
/// <param name="Description">What it means; becomes the column's comment.</param>
/// <param name="Multiple">Whether a record holds a set of values (several documents, several phones). Such a field never holds null inside.</param>
public sealed record FieldDefinition(string Name, FieldType Type, string Description, bool Multiple = false);
