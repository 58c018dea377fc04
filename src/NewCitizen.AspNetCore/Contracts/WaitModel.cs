using NewCitizen.Queues;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>How long somebody will wait, as far as today tells (预计等候).</summary>
/// <param name="LeastSeconds">Shorter in one case of ten.</param>
/// <param name="LikelySeconds">As often shorter as longer.</param>
/// <param name="MostSeconds">Longer in one case of ten.</param>
/// <param name="BasedOn">How many people of the line were served today.</param>
public sealed record WaitModel(int LeastSeconds, int LikelySeconds, int MostSeconds, int BasedOn)
{
    internal static WaitModel? Of(WaitEstimate? estimate) =>
        estimate is null ? null : new((int)estimate.Least.TotalSeconds, (int)estimate.Likely.TotalSeconds, (int)estimate.Most.TotalSeconds, estimate.BasedOn);
}
