namespace NewCitizen.Storage.Copying;

/// <summary>One place where two stores differ. Names the place, never a value.</summary>
/// <param name="Type">How they differ.</param>
/// <param name="Record">The record concerned; null for an audit entry.</param>
/// <param name="AuditPosition">The audit entry concerned; null for a record.</param>
public sealed record StoreDifference(DifferenceType Type, RecordKey? Record, FeedPosition? AuditPosition)
{
    /// <summary>Such as <c>Missing teda/resident/0198c0de-…</c> or <c>Content audit 0.42</c>.</summary>
    public override string ToString() => Record is { } key ? $"{Type} {key}" : $"{Type} audit {AuditPosition}";
}
