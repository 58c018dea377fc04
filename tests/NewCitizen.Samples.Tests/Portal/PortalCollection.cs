namespace NewCitizen.Samples.Tests.Portal;

/// <summary>One portal for all tests that only need a running one.</summary>
[CollectionDefinition(Name)]
public sealed class PortalCollection : ICollectionFixture<PortalFactory>
{
    public const string Name = "portal";
}
