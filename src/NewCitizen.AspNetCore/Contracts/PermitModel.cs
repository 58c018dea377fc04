using NewCitizen.Permits;
using NodaTime;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A residence permit (居住证) as it stands today; nothing of the person but the file's id.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="Number">Number the applicant follows it by.</param>
/// <param name="ResidentId">The holder's file.</param>
/// <param name="Division">Division of the office.</param>
/// <param name="AddressId">Address on the card.</param>
/// <param name="Route"><c>job</c>, <c>home</c> or <c>study</c>.</param>
/// <param name="State">Such as <c>applied</c>, <c>accepted</c>, <c>active</c>, <c>suspended</c>, <c>cancelled</c>.</param>
/// <param name="Missing">Papers that are missing; each entry is a paper, or papers of which one is enough.</param>
/// <param name="AskedFor">Codes of the papers the applicant was told to hand in.</param>
/// <param name="IssueBy">Last day to issue it.</param>
/// <param name="StageBy">Last day of the stage it is in, where a city has stages.</param>
/// <param name="IssuedOn">Day of issue.</param>
/// <param name="ContinuousSince">Day from which the years of residence count.</param>
/// <param name="FullYears">How many of them are full.</param>
/// <param name="WindowOpens">First day of the next endorsement in time.</param>
/// <param name="WindowLastDay">Last day of it.</param>
/// <param name="SuspendedSince">First day of the suspension.</param>
/// <param name="Card"><c>none</c>, <c>inHand</c>, <c>damaged</c> or <c>lost</c>.</param>
/// <param name="IsAway">Whether the holder lives elsewhere now.</param>
/// <param name="ReplacementFeeYuan">Fee of a replacement; absent while not configured. Issue and endorsement are free.</param>
/// <param name="Steps">What was done.</param>
public sealed record PermitModel(
    Guid Id,
    string Revision,
    string Number,
    Guid ResidentId,
    string Division,
    Guid AddressId,
    string Route,
    string State,
    IReadOnlyList<IReadOnlyList<MaterialModel>> Missing,
    IReadOnlyList<string>? AskedFor,
    DateOnly? IssueBy,
    DateOnly? StageBy,
    DateOnly? IssuedOn,
    DateOnly? ContinuousSince,
    int FullYears,
    DateOnly? WindowOpens,
    DateOnly? WindowLastDay,
    DateOnly? SuspendedSince,
    string Card,
    bool IsAway,
    decimal? ReplacementFeeYuan,
    IReadOnlyList<PermitStepModel> Steps)
{
    /// <summary>The number.</summary>
    public override string ToString() => Number;

    internal static PermitModel Of(ResidencePermit own, LocalDate today, PermitFeeAnswer replacement)
    {
        var now = own.StandingOn(LocalDate.Max(today, own.Steps[^1].On));
        var running = now.State is PermitState.Accepted or PermitState.SignedOff;
        return new(
            own.Id.Value,
            own.Revision.ToString(),
            own.Number.ToString(),
            own.Holder.Value,
            own.Division.ToString(),
            own.Address.Value,
            WireName.Of(own.Route),
            WireName.Of(now.State!.Value),
            [.. own.PapersMissing.Select(paper => (IReadOnlyList<MaterialModel>)[.. paper.AnyOf.Select(MaterialModel.Of)])],
            own.AskedFor,
            running ? PermitLimit.LastDay(now, own.ExtendedDays)?.ToDateOnly() : null,
            PermitLimit.StageLastDay(now, own.Division)?.ToDateOnly(),
            now.IssuedOn?.ToDateOnly(),
            now.ContinuousSince?.ToDateOnly(),
            now.FullYears,
            now.NextWindow?.Opens.ToDateOnly(),
            now.NextWindow?.LastDay.ToDateOnly(),
            now.SuspendedSince?.ToDateOnly(),
            WireName.Of(now.Card),
            now.IsAway,
            replacement.Yuan,
            [.. own.Steps.Select(PermitStepModel.Of)]);
    }
}
