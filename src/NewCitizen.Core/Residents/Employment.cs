namespace NewCitizen.Residents;

/// <summary>A job (就业): where, and as what.</summary>
/// <param name="Employer">Name of the employer (工作单位) as stated.</param>
/// <param name="EmployerCode">Its unified social credit code, where known.</param>
/// <param name="Occupation">Occupation as stated or by GB/T 6565 code.</param>
public sealed record Employment(string Employer, string? EmployerCode = null, string? Occupation = null)
{
    /// <summary>Nothing but the type: an employer can point to a person.</summary>
    public override string ToString() => nameof(Employment);
}
