using NewCitizen.Centres;
using NewCitizen.Residents;
using NewCitizen.Services;

namespace NewCitizen.Cases;

/// <summary>Hands in a case (提交办件).</summary>
public sealed record SubmitCase
{
    /// <summary>What is asked for.</summary>
    public required ServiceItemId Item { get; init; }

    /// <summary>Where it is handed in; one of the item's channels.</summary>
    public required ServiceChannels Channel { get; init; }

    /// <summary>The applicant's file; null for a person without one. Either this or <see cref="Applicant"/>.</summary>
    public ResidentId? Resident { get; init; }

    /// <summary>The applicant as stated.</summary>
    public StatedApplicant? Applicant { get; init; }

    /// <summary>Codes of the papers handed in, as the item lists them.</summary>
    public IReadOnlyList<string> Papers { get; init; } = [];

    /// <summary>The centre where it is handed in; null online.</summary>
    public ServiceCentreId? Centre { get; init; }

    /// <summary>The window; null online. Needs a centre.</summary>
    public string? Window { get; init; }

    /// <summary>The appointment it was brought to; null for none.</summary>
    public Guid? Appointment { get; init; }

    /// <summary>The ticket it was called with; null for none.</summary>
    public Guid? Ticket { get; init; }

    /// <summary>The item's id.</summary>
    public override string ToString() => Item.ToString();
}
