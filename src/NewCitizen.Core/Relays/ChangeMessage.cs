using System.Globalization;
using NewCitizen.Storage;

namespace NewCitizen.Relays;

/// <summary>
/// One entry of the change feed on its way out (变更消息), as CloudEvents 1.0. Holds no personal value: a receiver that may, fetches the
/// record. The same entry always gives the same <see cref="Id"/> and the same bytes.
/// </summary>
public sealed class ChangeMessage
{
    private ChangeMessage(ChangeEntry entry, string source, Guid stream, bool replayed)
    {
        Entry = entry;
        Source = $"{source}/{stream:D}";
        Stream = stream;
        IsReplayed = replayed;
        Id = HashedId.Of(string.Create(CultureInfo.InvariantCulture, $"event/{stream:D}/{entry.Position.Epoch}.{entry.Position.Sequence}"));
        Action = entry.Type switch
        {
            ChangeType.Put => "put",
            ChangeType.Deleted => "deleted",
            _ => entry.EventType ?? "event",
        };
        Type = entry.Type == ChangeType.Event ? $"cn.newcitizen.{Action}" : $"cn.newcitizen.{entry.Kind}.{Action}";
        Subject = $"{entry.Agency}/{entry.Kind}/{entry.Id:D}";
        Sequence = string.Create(CultureInfo.InvariantCulture, $"{entry.Position.Epoch:D19}-{entry.Position.Sequence:D19}");
        Json = ChangeMessageWriter.Write(this);
    }

    /// <summary>Makes the message of an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="source">Beginning of the CloudEvents source, a URI reference without a slash at its end.</param>
    /// <param name="stream">Which history of the feed the position belongs to.</param>
    /// <param name="replayed">Whether it was parked before and so comes out of order.</param>
    public static ChangeMessage Create(ChangeEntry entry, string source, Guid stream, bool replayed = false)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentException.ThrowIfNullOrEmpty(source);
        return new ChangeMessage(entry, source, stream, replayed);
    }

    /// <summary>Id of the event, equal each time the same entry is delivered; receivers tell duplicates by it.</summary>
    public Guid Id { get; }

    /// <summary>CloudEvents <c>source</c>: the feed and its history. <see cref="Sequence"/> orders the events of one agency inside it.</summary>
    public string Source { get; }

    /// <summary>CloudEvents <c>type</c>, such as <c>cn.newcitizen.resident.put</c>.</summary>
    public string Type { get; }

    /// <summary>Last part of the type: <c>put</c>, <c>deleted</c>, or the name of an event such as <c>residents.merged</c>.</summary>
    public string Action { get; }

    /// <summary>CloudEvents <c>subject</c>: agency, kind and id of the record.</summary>
    public string Subject { get; }

    /// <summary>Place in the feed as text that sorts: 19 digits, a hyphen, 19 digits.</summary>
    public string Sequence { get; }

    /// <summary>Which history of the feed it belongs to; changes when a store is restored from a backup.</summary>
    public Guid Stream { get; }

    /// <summary>Whether it was parked before and so comes out of order.</summary>
    public bool IsReplayed { get; }

    /// <summary>The entry itself.</summary>
    public ChangeEntry Entry { get; }

    /// <summary>The event in CloudEvents JSON format (structured mode), UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Type and subject.</summary>
    public override string ToString() => $"{Type} {Subject}";
}
