namespace Portal.Security;

/// <summary>A search: by <c>name</c>, <c>phone</c> or <c>document</c>.</summary>
public sealed record SearchTerm(string By, string Text)
{
    public override string ToString() => By;
}
