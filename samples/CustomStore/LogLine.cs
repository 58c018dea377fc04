namespace CustomStore;

/// <summary>One line of the log is one transaction. What is not in it did not happen.</summary>
internal sealed record LogLine
{
    public const string CurrentFormat = "customstore-1";

    /// <summary>Only in the first line: makes the file a store.</summary>
    public string? Format { get; init; }

    /// <summary>When it was committed, in milliseconds since 1970.</summary>
    public long At { get; init; }

    public List<RecordLine>? Records { get; init; }

    public List<EventLine>? Events { get; init; }

    public List<AuditLine>? Audit { get; init; }

    public RequestLine? Request { get; init; }

    /// <summary>Forgets change entries up to and with this number.</summary>
    public long? TrimTo { get; init; }

    /// <summary>Forgets request keys committed before this moment.</summary>
    public long? ForgetBefore { get; init; }
}
