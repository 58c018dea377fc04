using NewCitizen.Storage;

namespace NewCitizen.Audit;

/// <summary>An audit entry as a store returns it.</summary>
/// <param name="Position">Its place in the trail.</param>
/// <param name="Entry">The entry as stored; changed content no longer fits <paramref name="Hash"/>.</param>
/// <param name="Hash">SHA-256 of the entry, computed when it was committed.</param>
public sealed record StoredAuditEntry(FeedPosition Position, AuditEntry Entry, ReadOnlyMemory<byte> Hash);
