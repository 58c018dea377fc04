namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Cancels a permit (注销居住证).</summary>
/// <param name="Cause"><c>householdMovedHere</c>, <c>leftForGood</c>, <c>died</c>, <c>obtainedByFraud</c>, <c>holderRequest</c> or <c>issuedInError</c>.</param>
/// <param name="Remark">More, 1 to 500 characters.</param>
public sealed record CancelPermitRequest(string Cause, string? Remark = null)
{
    /// <summary>The cause; a remark may name the person.</summary>
    public override string ToString() => Cause;
}
