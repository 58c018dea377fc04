using NodaTime;

namespace NewCitizen.Exchange.V1;

/// <summary>One line of an NDJSON file (记录行): what became of one record.</summary>
/// <typeparam name="TDocument">Type of the document.</typeparam>
public sealed record RecordLine<TDocument> : ExchangeObject
    where TDocument : ExchangeObject
{
    /// <summary>Key of the record at the sender (记录键): a registry id or a pseudonym, 1 to 64 characters.</summary>
    public required string K { get; init; }

    /// <summary>Version of the record (版本), 1 to 2^53 − 1; a line counts only if this is above what the receiver holds.</summary>
    public required long V { get; init; }

    /// <summary>What happened (操作): one of <see cref="RecordOperations"/>.</summary>
    public required string Op { get; init; }

    /// <summary>When the line was written, with the offset +08:00 (Asia/Shanghai).</summary>
    public required OffsetDateTime At { get; init; }

    /// <summary>The key this record was merged into; only with <see cref="RecordOperations.Merge"/>.</summary>
    public string? Into { get; init; }

    /// <summary>The document (数据); only with <see cref="RecordOperations.Upsert"/>.</summary>
    public TDocument? D { get; init; }

    /// <summary>Why a member of the document is absent (缺项原因), by its JSON pointer: one of <see cref="AbsenceReasons"/>.</summary>
    public IReadOnlyDictionary<string, string>? Absent { get; init; }

    /// <summary>Where the record came from (来源).</summary>
    public LineSource? Src { get; init; }
}
