namespace NewCitizen.AspNetCore.Contracts;

/// <summary>An identity document as stated (填报的证件).</summary>
/// <param name="Number">The number as typed.</param>
/// <param name="Kind">GA/T 517 code or name; absent lets the number tell.</param>
/// <param name="Country">ISO 3166-1 alpha-3; absent for China.</param>
/// <param name="ValidFrom">First day of validity.</param>
/// <param name="ValidUntil">Last day of validity; absent for long-term.</param>
public sealed record DocumentRequest(string Number, string? Kind = null, string? Country = null, DateOnly? ValidFrom = null, DateOnly? ValidUntil = null)
{
    /// <summary>The kind only: the number is personal.</summary>
    public override string ToString() => Kind ?? "document";
}
