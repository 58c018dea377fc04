using System.Text.Json.Serialization;
using NewCitizen.Divisions;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Core.Tests.Rules;

/// <summary>Facts of a made-up topic.</summary>
public sealed record MadeUpFacts
{
    public int? People { get; init; }
}

/// <summary>A made-up rule: so many people at most; its text can change on a day and hold at a place only.</summary>
#pragma warning disable MA0048 // The pieces of one made-up topic.
internal sealed class MadeUpRule(string code, int limit, LocalDate since, LocalDate? until = null, string? division = null) : LegalRule<MadeUpFacts>
{
    public override string Code => code;

    public override string ChineseName => "试验规则";

    public override string EnglishName => "made-up rule";

    public override IReadOnlyList<LegalSource> Sources { get; } = [new(new("made-up", "试验条例", "Made-up Regulations", null, since, until), "第一条")];

    public override RuleSubject Binds => RuleSubject.Landlord;

    public override DivisionCode? Division => division is null ? null : DivisionCode.Parse(division);

    public override Finding Judge(MadeUpFacts facts, LocalDate on)
    {
        StatedFact[] used = [new("people", facts.People?.ToString(System.Globalization.CultureInfo.InvariantCulture))];
        return facts.People is not { } people ? Unknown("people") : people <= limit ? Met(used) : Breached(new("减少人数", "fewer people"), used);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MadeUpFacts))]
internal sealed partial class MadeUpJson : JsonSerializerContext;
#pragma warning restore MA0048
