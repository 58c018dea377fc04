using NewCitizen.Storage;

namespace NewCitizen.Residents;

/// <summary>A record that goes when a person is erased.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Revision">The state that was looked at; changed meanwhile, it does not go.</param>
public sealed record ErasureItem(RecordKind Kind, Guid Id, Revision Revision);
