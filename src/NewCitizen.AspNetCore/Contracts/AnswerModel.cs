namespace NewCitizen.AspNetCore.Contracts;

/// <summary>An answer to a checklist item (检查记录).</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Verdict"><c>pass</c>, <c>fail</c> or <c>notApplicable</c>.</param>
/// <param name="Note">What was seen, at most 200 characters.</param>
public sealed record AnswerModel(string Item, string Verdict, string? Note = null)
{
    /// <summary>Item and verdict.</summary>
    public override string ToString() => $"{Item}: {Verdict}";
}
