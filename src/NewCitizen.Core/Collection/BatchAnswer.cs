using NewCitizen.Errors;

namespace NewCitizen.Collection;

/// <summary>Answer to one report of a batch; each is answered by itself.</summary>
/// <param name="Key">The key it came with.</param>
/// <param name="State">What became of it.</param>
/// <param name="Reported">The receipt, with the conflicts it gave rise to; null when refused.</param>
/// <param name="Issues">Errors and warnings, with pointers into the report.</param>
public sealed record BatchAnswer(string Key, BatchItemState State, Reported? Reported, IReadOnlyList<Issue> Issues)
{
    /// <summary>Key and state.</summary>
    public override string ToString() => $"{Key}: {State}";
}
