using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>Somebody who waits for a place in one slot, or in any slot of a day (候补).</summary>
public sealed record WaitlistEntry
{
    /// <summary>Identifies it.</summary>
    public required WaitlistEntryId Id { get; init; }

    /// <summary>State that was read; default for one that is not stored yet.</summary>
    public Revision Revision { get; init; }

    /// <summary>Where it stands.</summary>
    public required WaitlistStatus Status { get; init; }

    /// <summary>Where.</summary>
    public required ServiceCentreId Centre { get; init; }

    /// <summary>Code of the booking plan.</summary>
    public required string Plan { get; init; }

    /// <summary>What for.</summary>
    public required ServiceItemId Item { get; init; }

    /// <summary>Class of people; null for everybody.</summary>
    public string? Quota { get; init; }

    /// <summary>Which day, Asia/Shanghai.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>Start of the slot; null for any slot of the day.</summary>
    public LocalTime? Start { get; init; }

    /// <summary>Who waits.</summary>
    public required BookedPerson Person { get; init; }

    /// <summary>Since when: the order of the line.</summary>
    public required Instant JoinedAt { get; init; }

    /// <summary>The offer that was made; null for none.</summary>
    public AppointmentId? Offer { get; init; }

    /// <summary>Digest of the request that wrote this state, to know a retry; null without a request key.</summary>
    internal string? Request { get; init; }

    /// <summary>Id and status; no personal value.</summary>
    public override string ToString() => $"{Id} {Status}";
}
