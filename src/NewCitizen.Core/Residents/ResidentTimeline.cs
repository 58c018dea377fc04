using NewCitizen.Addresses;

namespace NewCitizen.Residents;

/// <summary>Reads a timeline out of the dated facts of one file.</summary>
internal static class ResidentTimeline
{
    public static IEnumerable<TimelineEntry> Of(Resident resident)
    {
        var file = resident.Id;
        yield return new(resident.OpenedOn, TimelineEvent.FileOpened, null, null, file);
        foreach (var entry in Periods(resident.Names, TimelineEvent.NameSince, null, file)
            .Concat(Periods(resident.Documents, TimelineEvent.DocumentSince, null, file))
            .Concat(Periods(resident.Phones, TimelineEvent.PhoneSince, TimelineEvent.PhoneUntil, file))
            .Concat(Periods(resident.Employments, TimelineEvent.EmploymentSince, TimelineEvent.EmploymentUntil, file)))
        {
            yield return entry;
        }

        foreach (var relation in resident.Relations)
        {
            yield return new(relation.Since, TimelineEvent.RelationSince, ResidentKind.Kind.Name, relation.Value.Other.Value, relation.MergedFrom ?? file);
        }

        foreach (var stay in resident.Registrations)
        {
            yield return new(stay.Since, TimelineEvent.ResidenceSince, StandardAddressKind.Kind.Name, stay.Address.Value, stay.MergedFrom ?? file);
            if (stay.Until is { } until)
            {
                yield return new(until, TimelineEvent.ResidenceUntil, StandardAddressKind.Kind.Name, stay.Address.Value, stay.MergedFrom ?? file);
            }
        }

        foreach (var merged in resident.MergedFiles)
        {
            yield return new(merged.Since, TimelineEvent.FileMerged, ResidentKind.Kind.Name, merged.Value.Value, file);
            if (merged.Until is { } undone)
            {
                yield return new(undone, TimelineEvent.MergeUndone, ResidentKind.Kind.Name, merged.Value.Value, file);
            }
        }
    }

    private static IEnumerable<TimelineEntry> Periods<T>(IReadOnlyList<Dated<T>> facts, TimelineEvent since, TimelineEvent? until, ResidentId file)
        where T : notnull
    {
        foreach (var fact in facts)
        {
            yield return new(fact.Since, since, null, null, fact.MergedFrom ?? file);
            if (until is not null && fact.Until is { } end)
            {
                yield return new(end, until, null, null, fact.MergedFrom ?? file);
            }
        }
    }
}
