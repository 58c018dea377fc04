using NewCitizen.Testing.Conformance;

namespace NewCitizen.Conformance.Runner;

/// <summary>One column of the table.</summary>
/// <param name="Name">Heading.</param>
/// <param name="Fixture">Makes the stores.</param>
internal sealed record StoreColumn(string Name, Func<IStoreFixture> Fixture);
