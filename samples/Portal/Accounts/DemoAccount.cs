namespace Portal.Accounts;

/// <summary>One account of the demonstration. Holds the hash of its password only.</summary>
public sealed record DemoAccount(string Name, string Agency, string Role, string Salt, string Hash);
