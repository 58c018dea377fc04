using System.Globalization;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Housing.Rules;

/// <summary>What all rules of homes share: their names and sources, given once.</summary>
internal abstract class HousingRule<TFacts>(string code, string chineseName, string englishName, RuleSubject binds, params IReadOnlyList<LegalSource> sources) : LegalRule<TFacts>
    where TFacts : class
{
    public sealed override string Code => code;

    public sealed override string ChineseName => chineseName;

    public sealed override string EnglishName => englishName;

    public sealed override IReadOnlyList<LegalSource> Sources => sources;

    public sealed override RuleSubject Binds => binds;

    protected static StatedFact Fact(string name, string? value) => new(name, value);

    protected static StatedFact Fact(string name, bool? value) => new(name, value is { } known ? (known ? "true" : "false") : null);

    protected static StatedFact Fact(string name, decimal? value) => new(name, value?.ToString(CultureInfo.InvariantCulture));

    protected static StatedFact Fact(string name, LocalDate? value) => new(name, value?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));

    protected static StatedFact Missing(params IReadOnlyList<string> what) => new("missing", string.Join('+', what));

    /// <summary>Judges things that must all be so: what is known to be otherwise decides before what is not known.</summary>
    protected Finding Require(Remedy cure, params IReadOnlyList<(string Name, bool? Done)> duties)
    {
        var missing = duties.Where(duty => duty.Done == false).Select(duty => duty.Name).ToArray();
        var unknown = duties.Where(duty => duty.Done is null).Select(duty => duty.Name).ToArray();
        StatedFact[] facts = [.. duties.Select(duty => Fact(duty.Name, duty.Done))];
        return missing.Length > 0 ? Breached(cure, [.. facts, Missing(missing)]) : unknown.Length > 0 ? Unknown(unknown) : Met(facts);
    }
}
