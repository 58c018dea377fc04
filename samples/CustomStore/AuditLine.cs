using NewCitizen.Storage;

namespace CustomStore;

/// <summary>An audit entry with the hash it had when it was committed; one copied from another store also with its position.</summary>
internal sealed record AuditLine(
    string Agency, long At, string Actor, string Action, string? SubjectKind, Guid? SubjectId, string? Purpose, string? Details, byte[] Hash,
    FeedPosition? Position = null);
