using System.Globalization;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Audit;

/// <summary>One thing wrong in the audit log. Holds nothing of an entry but its position.</summary>
/// <param name="Code">NC3150–NC3160.</param>
/// <param name="From">First position concerned.</param>
/// <param name="To">Last position concerned; the same for a single entry.</param>
/// <param name="Arguments">Values for the text: counts, numbers of checkpoints.</param>
public sealed record AuditProblem(ErrorCode Code, FeedPosition From, FeedPosition To, IReadOnlyList<string> Arguments)
{
    /// <summary>The text for a reader of <paramref name="culture"/>; <see langword="null"/> means the current UI culture.</summary>
    public string Message(CultureInfo? culture = null) => Code.Format(culture, Arguments);

    /// <summary>Such as <c>NC3150 at 0.42</c>.</summary>
    public override string ToString() => From == To ? $"{Code} at {From}" : $"{Code} at {From} to {To}";
}
