using System.Buffers.Text;
using System.Security.Cryptography;
using NewCitizen.Privacy;

namespace NewCitizen.Queues;

/// <summary>
/// Links of tickets: the id and a keyed digest of it. A replayed request gives the same link, nothing secret is stored, and who knows an id from
/// the feed or an audit entry still cannot make one.
/// </summary>
internal sealed class TicketLinks(BlindIndexer indexer)
{
    private const int IdBytes = 16;
    private const int DigestBytes = 12;

    public string Make(QueueTicketId id)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + DigestBytes];
        id.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        indexer.Compute(QueueKinds.Ticket.Name, "link", "exact", id.Value.ToString("N")).AsSpan(0, DigestBytes).CopyTo(bytes[IdBytes..]);
        return Base64Url.EncodeToString(bytes);
    }

    public QueueTicketId? Read(string link)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + DigestBytes];
        if (link.Length != Base64Url.GetEncodedLength(bytes.Length) || !Base64Url.TryDecodeFromChars(link, bytes, out var written) || written != bytes.Length)
        {
            return null;
        }

        var id = new Guid(bytes[..IdBytes], bigEndian: true);
        foreach (var digest in indexer.ComputeAll(QueueKinds.Ticket.Name, "link", "exact", id.ToString("N")))
        {
            if (CryptographicOperations.FixedTimeEquals(digest.AsSpan(0, DigestBytes), bytes[IdBytes..]))
            {
                return new QueueTicketId(id);
            }
        }

        return null;
    }
}
