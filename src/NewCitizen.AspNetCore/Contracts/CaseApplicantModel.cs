using NewCitizen.Cases;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>An applicant in full, for a stated purpose (申请人完整信息).</summary>
/// <param name="CaseNumber">Number of the case.</param>
/// <param name="ResidentId">The file.</param>
/// <param name="Name">Name.</param>
/// <param name="DocumentNumber">Number of the identity document.</param>
/// <param name="Phone">Mobile number.</param>
/// <param name="Texts">Reasons or the remark, which may name the person.</param>
public sealed record CaseApplicantModel(string CaseNumber, Guid? ResidentId, string? Name, string? DocumentNumber, string? Phone, IReadOnlyList<string> Texts)
{
    /// <summary>The number of the case only.</summary>
    public override string ToString() => CaseNumber;

    internal static CaseApplicantModel Of(string number, CaseApplicant applicant, IEnumerable<string?> texts) => new(
        number, applicant.Resident?.Value, applicant.Name?.ToString("F"), applicant.Document?.RevealNumber(), applicant.Phone?.ToString("F"), [.. texts.OfType<string>()]);
}
