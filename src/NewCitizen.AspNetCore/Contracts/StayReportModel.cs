using NewCitizen.Collection;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A report (居住申报); its values are in the stay.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Receipt">Number people see.</param>
/// <param name="Party">Who reports.</param>
/// <param name="Kind">What it says.</param>
/// <param name="State">What became of it.</param>
/// <param name="ResidentId">Of whom.</param>
/// <param name="StayId">The stay.</param>
/// <param name="HomeId">The home, where it was named.</param>
/// <param name="On">Day of arrival or leaving.</param>
/// <param name="ReportedAt">When it was made.</param>
/// <param name="Facts">Names of the facts it stated.</param>
public sealed record StayReportModel(
    Guid Id, string Receipt, string Party, string Kind, string State, Guid ResidentId, Guid? StayId, Guid? HomeId, DateOnly On, DateTimeOffset ReportedAt, IReadOnlyList<string> Facts)
{
    internal static StayReportModel Of(StayReport report) => new(
        report.Id.Value,
        report.Receipt,
        WireName.Of(report.Party),
        WireName.Of(report.Kind),
        WireName.Of(report.State),
        report.Resident.Value,
        report.Stay?.Value,
        report.Home?.Value,
        report.On.ToDateOnly(),
        report.ReportedAt.ToDateTimeOffset(),
        report.FactNames);
}
