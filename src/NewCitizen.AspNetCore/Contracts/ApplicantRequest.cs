namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Who applies, as stated (申请人).</summary>
/// <param name="Name">Name.</param>
/// <param name="Phone">Mobile number.</param>
/// <param name="Document">Identity document.</param>
public sealed record ApplicantRequest(string Name, string Phone, DocumentRequest? Document = null)
{
    /// <summary>Nothing personal.</summary>
    public override string ToString() => "applicant";
}
