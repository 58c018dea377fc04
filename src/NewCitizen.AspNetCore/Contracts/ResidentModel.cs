using System.Globalization;
using NewCitizen.Codes;
using NewCitizen.Residents;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A resident's file with personal data masked (脱敏概览).</summary>
/// <param name="Id">Identifies the file.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="Status"><c>active</c>, <c>merged</c> or <c>handed-over</c>.</param>
/// <param name="MergedInto">The file it was merged into.</param>
/// <param name="MaskedName">Name in use, masked.</param>
/// <param name="Sex">GB/T 2261.1 code.</param>
/// <param name="BirthYear">Year of birth.</param>
/// <param name="Ethnicity">GB/T 3304.</param>
/// <param name="Education">GB/T 4658.</param>
/// <param name="Documents">Documents in use, masked.</param>
/// <param name="MaskedPhones">Mobile numbers in use, masked.</param>
/// <param name="OriginDivisionCode">Division of the household register.</param>
/// <param name="Stays">Declared stays.</param>
/// <param name="OpenedOn">Day the file was opened.</param>
public sealed record ResidentModel(
    Guid Id, string Revision, string Status, Guid? MergedInto, string MaskedName, string Sex, int? BirthYear, CodedModel? Ethnicity, CodedModel? Education,
    IReadOnlyList<MaskedDocumentModel> Documents, IReadOnlyList<string> MaskedPhones, string? OriginDivisionCode, IReadOnlyList<StayModel> Stays, DateOnly OpenedOn)
{
    internal static ResidentModel Of(ResidentOverview file) => new(
        file.Id.Value,
        file.Revision.ToString(),
        file.Status switch { ResidentStatus.Merged => "merged", ResidentStatus.HandedOver => "handed-over", _ => "active" },
        file.MergedInto?.Value,
        file.MaskedName,
        ((int)file.Sex).ToString(CultureInfo.InvariantCulture),
        file.BirthYear,
        CodedModel.Of(file.Ethnicity, CodeTables.Ethnicity),
        CodedModel.Of(file.Education, CodeTables.Education),
        [.. file.MaskedDocuments.Select(document => new MaskedDocumentModel(((int)document.Kind).ToString(CultureInfo.InvariantCulture), document.MaskedNumber))],
        file.MaskedPhones,
        file.OriginDivisionCode,
        [.. file.Registrations.Select(StayModel.Of)],
        file.OpenedOn.ToDateOnly());
}
