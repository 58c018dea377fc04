using System.Globalization;
using NewCitizen.Rules;
using NodaTime;

namespace NewCitizen.Permits.Rules;

/// <summary>第九条第一、二款: identity card, photo, and a proof that fits the route.</summary>
internal sealed class PapersRule() : PermitRule("papers", "提交身份证、相片和住址、就业或就读证明", "identity card, photo and a proof of home, job or study", RuleSubject.Resident, Order("第九条第一款"), Order("第九条第二款"))
{
    public override Finding Judge(PermitFacts facts, LocalDate on)
    {
        if (!TryRoute(facts.Route, out var route) || facts.Papers is not { } papers)
        {
            return Unknown([.. new[] { facts.Route is null ? "route" : null, facts.Papers is null ? "papers" : null }.OfType<string>().DefaultIfEmpty("route")]);
        }

        var missing = PermitPapers.Missing(PermitPapers.For(route, facts.ByAgent == true), papers);
        StatedFact[] used = [Text("route", facts.Route), Text("missing", missing.Count == 0 ? "none" : string.Join(' ', missing.Select(paper => string.Join('|', paper.AnyOf.Select(any => any.Code)))))];
        return missing.Count == 0
            ? Met(used)
            : Breached(
                new(
                    "请补充：" + string.Join("；", missing.Select(paper => string.Join("或", paper.AnyOf.Select(any => any.Name)))),
                    "missing: " + string.Join("; ", missing.Select(paper => string.Join(" or ", paper.AnyOf.Select(any => any.EnglishName))))),
                used);
    }

    private static bool TryRoute(string? text, out PermitRoute route)
    {
        route = text switch { "job" => PermitRoute.Job, "home" => PermitRoute.Home, "study" => PermitRoute.Study, _ => (PermitRoute)(-1) };
        return (int)route >= 0;
    }
}
