namespace NewCitizen.Queues;

/// <summary>Order of arrival.</summary>
internal static class QueueArrival
{
    /// <summary>By the time the ticket was taken; tickets of one moment by prefix and number.</summary>
    public static int Compare(QueueTicket one, QueueTicket other)
    {
        var order = one.TakenAt.CompareTo(other.TakenAt);
        order = order != 0 ? order : string.CompareOrdinal(one.Prefix, other.Prefix);
        return order != 0 ? order : one.Sequence.CompareTo(other.Sequence);
    }

    /// <summary>Whether a call was of somebody who came later than a ticket.</summary>
    public static bool IsBefore(QueueTicket ticket, OvertakingCall call)
    {
        var order = ticket.TakenAt.CompareTo(call.TakenAt);
        return order != 0 ? order < 0 : string.CompareOrdinal(ticket.Number, call.Number) < 0;
    }
}
