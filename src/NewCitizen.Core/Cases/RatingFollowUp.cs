using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Cases;

/// <summary>What is done about a negative rating (差评整改). For those who supervise, not for those who were rated; leads to the rater only through <see cref="RatingManager.ReadContactAsync"/>.</summary>
public sealed record RatingFollowUp
{
    /// <summary>Identifies the follow-up.</summary>
    public required RatingFollowUpId Id { get; init; }

    /// <summary>State that was read.</summary>
    public Revision Revision { get; init; }

    /// <summary>Where it is.</summary>
    public required FollowUpState State { get; init; }

    /// <summary>What was asked for.</summary>
    public required ServiceItemId Item { get; init; }

    /// <summary>The centre; null online.</summary>
    public ServiceCentreId? Centre { get; init; }

    /// <summary>The window; null online.</summary>
    public string? Window { get; init; }

    /// <summary>The level.</summary>
    public required RatingLevel Level { get; init; }

    /// <summary>Day it was opened, in Asia/Shanghai.</summary>
    public required LocalDate OpenedOn { get; init; }

    /// <summary>Day the rater was called; null while nobody did.</summary>
    public LocalDate? CalledOn { get; init; }

    /// <summary>Last day to settle it, as computed when it was opened; null while it is not known.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>Day it was settled; null while it is not.</summary>
    public LocalDate? ClosedOn { get; init; }

    /// <summary>Whether the rater gave no name, so that nobody can call.</summary>
    public bool IsAnonymous => Case is null;

    /// <summary>What was done or found; null while it is open.</summary>
    public string? Reason { get; init; }

    internal ServiceCaseId? Case { get; init; }

    internal Guid Rating { get; init; }

    internal string? Remark { get; init; }

    /// <summary>Whether it is settled.</summary>
    public bool IsClosed => State is FollowUpState.Fixed or FollowUpState.Explained or FollowUpState.Discarded;

    /// <summary>The state only.</summary>
    public override string ToString() => State.ToString();
}
