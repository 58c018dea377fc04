namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Decides a held report (复核).</summary>
/// <param name="SamePerson">Whether it is of the person on file.</param>
/// <param name="Reason">Why, 1 to 500 characters.</param>
public sealed record DecideHeldRequest(bool SamePerson, string Reason)
{
    /// <summary>The decision: a reason may name the person.</summary>
    public override string ToString() => $"{SamePerson}";
}
