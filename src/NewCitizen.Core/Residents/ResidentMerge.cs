using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>
/// Joins two files of one person and takes them apart again. What comes from the other file carries its id, so that an undo removes
/// exactly that and keeps every later change; the other file itself stays whole.
/// </summary>
internal static class ResidentMerge
{
    public static (Resident Survivor, Resident Duplicate, IReadOnlyList<Issue> Warnings) Join(Resident survivor, Resident duplicate, LocalDate today)
    {
        var from = duplicate.Id;
        var joined = survivor with
        {
            Names = [.. Added(survivor.Names, duplicate.Names, from), .. survivor.Names],
            Documents = [.. survivor.Documents, .. Added(survivor.Documents, duplicate.Documents, from)],
            Phones = [.. survivor.Phones, .. Added(survivor.Phones, duplicate.Phones, from)],
            Origins = [.. Added(survivor.Origins, duplicate.Origins, from), .. survivor.Origins],
            Educations = [.. Added(survivor.Educations, duplicate.Educations, from), .. survivor.Educations],
            Employments = [.. Added(survivor.Employments, duplicate.Employments, from), .. survivor.Employments],
            Relations = [.. survivor.Relations, .. Added(survivor.Relations, duplicate.Relations.Where(relation => relation.Value.Other != survivor.Id), from)],
            Registrations =
            [
                .. survivor.Registrations,
                .. duplicate.Registrations
                    .Where(stay => !survivor.Registrations.Any(own => own.Address == stay.Address && own.Since == stay.Since))
                    .Select(stay => stay with { MergedFrom = from }),
            ],
            MergedFiles = [.. survivor.MergedFiles, new Dated<ResidentId>(from, today)],
        };
        var merged = duplicate with { Status = ResidentStatus.Merged, MergedInto = survivor.Id };
        return (joined, merged, Differences(survivor, duplicate));
    }

    public static (Resident Survivor, Resident Duplicate) Part(Resident survivor, Resident duplicate, LocalDate today)
    {
        var from = duplicate.Id;
        var parted = survivor with
        {
            Names = Without(survivor.Names, from),
            Documents = Without(survivor.Documents, from),
            Phones = Without(survivor.Phones, from),
            Origins = Without(survivor.Origins, from),
            Educations = Without(survivor.Educations, from),
            Employments = Without(survivor.Employments, from),
            Relations = Without(survivor.Relations, from),
            Registrations = [.. survivor.Registrations.Where(stay => stay.MergedFrom != from)],
            MergedFiles = [.. survivor.MergedFiles.Select(file => file.Value == from && file.IsCurrent ? file with { Until = today } : file)],
        };
        return (parted, duplicate with { Status = ResidentStatus.Active, MergedInto = null });
    }

    private static IEnumerable<Dated<T>> Added<T>(IReadOnlyList<Dated<T>> own, IEnumerable<Dated<T>> other, ResidentId from)
        where T : notnull =>
        other.Where(fact => !own.Any(mine => mine.Value.Equals(fact.Value))).Select(fact => fact with { MergedFrom = from });

    private static IReadOnlyList<Dated<T>> Without<T>(IReadOnlyList<Dated<T>> facts, ResidentId from)
        where T : notnull =>
        [.. facts.Where(fact => fact.MergedFrom != from)];

    private static List<Issue> Differences(Resident survivor, Resident duplicate)
    {
        var warnings = new List<Issue>();
        Compare("birthDate", survivor.BirthDate, duplicate.BirthDate);
        Compare("sex", survivor.Sex, duplicate.Sex);
        Compare("ethnicity", survivor.Ethnicity, duplicate.Ethnicity);
        Compare("name", survivor.CurrentName, duplicate.CurrentName);
        return warnings;

        void Compare<T>(string field, T one, T other)
        {
            if (one is not null && other is not null && !one.Equals(other))
            {
                warnings.Add(new Issue(ResidentErrors.MergedFactsDiffer, IssueLocation.At("/" + field), [field]));
            }
        }
    }
}
