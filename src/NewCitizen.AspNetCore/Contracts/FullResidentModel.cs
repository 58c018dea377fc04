using System.Globalization;
using NewCitizen.Residents;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A resident's file in full (完整档案). Every answer of this form left an audit entry with its purpose.</summary>
/// <param name="Overview">The masked part.</param>
/// <param name="Names">Names over time.</param>
/// <param name="BirthDate">Birth date.</param>
/// <param name="Documents">Documents over time, in full.</param>
/// <param name="Phones">Mobile numbers over time, in full.</param>
/// <param name="Origins">Household register addresses over time.</param>
/// <param name="Employers">Employers over time.</param>
/// <param name="Extensions">Further facts.</param>
public sealed record FullResidentModel(
    ResidentModel Overview, IReadOnlyList<DatedModel> Names, DateOnly? BirthDate, IReadOnlyList<DatedModel> Documents, IReadOnlyList<DatedModel> Phones,
    IReadOnlyList<DatedModel> Origins, IReadOnlyList<DatedModel> Employers, IReadOnlyDictionary<string, string> Extensions)
{
    /// <summary>The id only.</summary>
    public override string ToString() => Overview.Id.ToString();

    internal static FullResidentModel Of(Resident file, ResidentOverview overview) => new(
        ResidentModel.Of(overview),
        [.. file.Names.Select(fact => DatedModel.Of(fact, name => name.ToString("F")))],
        file.BirthDate?.ToDateOnly(),
        [.. file.Documents.Select(fact => DatedModel.Of(fact, document => document.RevealNumber(), document => ((int)document.Kind).ToString(CultureInfo.InvariantCulture)))],
        [.. file.Phones.Select(fact => DatedModel.Of(fact, phone => phone.ToString("F")))],
        [.. file.Origins.Select(fact => DatedModel.Of(fact, origin => origin.Address))],
        [.. file.Employments.Select(fact => DatedModel.Of(fact, job => job.Employer))],
        file.Extensions.ToDictionary(entry => entry.Key, entry => entry.Value));
}
