using System.Diagnostics.CodeAnalysis;
using NewCitizen.Hosting;

namespace NewCitizen.Queues;

/// <summary>Identifies a ticket of a hall (号票编号). Not a secret: a holder's own view needs <see cref="QueueTicket"/>'s link.</summary>
/// <param name="Value">128 bits; never all zero in a stored record.</param>
public readonly record struct QueueTicketId(Guid Value) : IParsable<QueueTicketId>, IComparable<QueueTicketId>
{
    /// <summary>A new id.</summary>
    public static QueueTicketId New(IIdGenerator ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new(ids.Next());
    }

    /// <inheritdoc/>
    public static QueueTicketId Parse(string s, IFormatProvider? provider) => new(Guid.Parse(s));

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out QueueTicketId result)
    {
        var valid = Guid.TryParse(s, out var value);
        result = new(value);
        return valid;
    }

    /// <inheritdoc/>
    public int CompareTo(QueueTicketId other) => Value.CompareTo(other.Value);

    /// <summary>The id as 32 hexadecimal digits with hyphens; not personal data.</summary>
    public override string ToString() => Value.ToString();
}
