namespace NewCitizen.Storage.Sqlite.Writing;

/// <summary>A unique value that another living record holds.</summary>
internal sealed record TakenValue(string Field, Guid Holder);
