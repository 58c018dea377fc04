namespace CustomStore;

/// <summary>An audit entry with the hash it had when it was committed.</summary>
internal sealed record AuditLine(
    string Agency, long At, string Actor, string Action, string? SubjectKind, Guid? SubjectId, string? Purpose, string? Details, byte[] Hash);
