using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第四条: the ten items on a card, no more and no less.</summary>
internal sealed class CardContentRule() : PermitRule("card-content", "居住证登载的十项内容", "the ten items on a card", RuleSubject.Office, Order("第四条"))
{
    private static readonly string[] s_items = ["name", "sex", "ethnicity", "birth-date", "citizen-number", "photo", "hukou-address", "residence-address", "issuer", "issue-date"];

    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        if (facts.CardContent is not { } content)
        {
            return Unknown("cardContent");
        }

        string[] missing = [.. s_items.Except(content, StringComparer.Ordinal)];
        string[] extra = [.. content.Except(s_items, StringComparer.Ordinal)];
        StatedFact[] used = [Text("missing", Or(missing)), Text("extra", Or(extra))];
        return missing.Length + extra.Length == 0 ? Met(used) : Breached(new("按第四条登载", "print what Art. 4 lists"), used);

        static string Or(string[] items) => items.Length == 0 ? "none" : string.Join(' ', items);
    }
}
