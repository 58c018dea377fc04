using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Access;

/// <summary>
/// On whose behalf a manager works (访问上下文): the agency whose records it may see, the account that acts, and why.
/// A host builds it from its own sign-in; no manager call goes without one.
/// </summary>
public sealed record AccessContext
{
    /// <summary>Longest actor or purpose in characters.</summary>
    public const int MaxTextLength = 200;

    /// <summary>Makes a context.</summary>
    /// <param name="agency">Scope of every read and write.</param>
    /// <param name="actor">Account id of the person or system that acts; not a name. 1 to 200 characters.</param>
    /// <param name="purpose">Why full personal data is wanted (目的); required by calls that return it. At most 200 characters.</param>
    /// <exception cref="ArgumentException">The agency is the default value, or a text is empty or too long.</exception>
    public AccessContext(AgencyId agency, string actor, string? purpose = null)
    {
        if (agency == default)
        {
            throw new ArgumentException("An access context needs an agency.", nameof(agency));
        }

        if (string.IsNullOrWhiteSpace(actor) || actor.Length > MaxTextLength)
        {
            throw new ArgumentException($"An actor has 1 to {MaxTextLength} characters.", nameof(actor));
        }

        if (purpose is not null && (string.IsNullOrWhiteSpace(purpose) || purpose.Length > MaxTextLength))
        {
            throw new ArgumentException($"A purpose has 1 to {MaxTextLength} characters.", nameof(purpose));
        }

        Agency = agency;
        Actor = actor;
        Purpose = purpose;
    }

    /// <summary>Scope of every read and write.</summary>
    public AgencyId Agency { get; }

    /// <summary>Account that acts.</summary>
    public string Actor { get; }

    /// <summary>Why full personal data is wanted.</summary>
    public string? Purpose { get; }

    /// <summary>The same account with a purpose.</summary>
    public AccessContext For(string purpose) => new(Agency, Actor, purpose);

    internal AuditEntry Entry(IClock clock, string action, RecordKind? kind = null, Guid? id = null, string? details = null) =>
        new(Agency, clock.GetCurrentInstant(), Actor, action, kind?.Name, id, Purpose, details);
}
