using NewCitizen.Privacy;

namespace NewCitizen.Inspections;

/// <summary>An inspector's answer to an item (检查记录).</summary>
/// <param name="Item">Code of the item.</param>
/// <param name="Verdict">What was found.</param>
/// <param name="Note">What was seen; at most 200 characters, kept encrypted.</param>
public sealed record InspectionAnswer(string Item, AnswerVerdict Verdict, [property: PersonalData(PersonalDataLevel.Ordinary)] string? Note = null)
{
    /// <summary>Item and verdict.</summary>
    public override string ToString() => $"{Item}: {Verdict}";
}
