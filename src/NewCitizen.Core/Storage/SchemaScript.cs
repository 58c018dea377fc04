namespace NewCitizen.Storage;

/// <summary>A numbered script that takes the schema one step on. Its text never changes once released.</summary>
/// <param name="Name">Such as <c>0001_foundation</c>.</param>
/// <param name="Text">What a database administrator would run; SQL with comments for relational stores.</param>
public sealed record SchemaScript(string Name, string Text);
