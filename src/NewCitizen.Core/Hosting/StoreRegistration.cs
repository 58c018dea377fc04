namespace NewCitizen.Hosting;

/// <summary>Remembers which store a host chose, so that a second one is refused by name.</summary>
internal sealed record StoreRegistration(Type StoreType);
