namespace NewCitizen.AspNetCore.Contracts;

/// <summary>What to look for (检索条件): at most one of the first four. Sent in a body, so that no name or number lands in a log.</summary>
/// <param name="Name">A whole name, or its first character.</param>
/// <param name="Phone">A whole mobile number.</param>
/// <param name="DocumentNumber">A whole identity number.</param>
/// <param name="AddressId">An address where they live now.</param>
/// <param name="Limit">1 to 200.</param>
/// <param name="After">Cursor of the page before.</param>
public sealed record ResidentSearchRequest(
    string? Name = null, string? Phone = null, string? DocumentNumber = null, Guid? AddressId = null, int Limit = 50, string? After = null)
{
    /// <summary>Nothing but the type: a condition is personal.</summary>
    public override string ToString() => nameof(ResidentSearchRequest);
}
