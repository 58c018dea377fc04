using NewCitizen.Access;
using NewCitizen.Centres;
using NewCitizen.Errors;
using NewCitizen.Services;
using Portal.Forms;

namespace Portal.Hall;

/// <summary>A page of the hall that needs no sign-in.</summary>
public abstract class HallPage : PortalPage
{
    /// <summary>No field of a form is meant: the page has only buttons.</summary>
    public const string NoField = "main";

    protected override AccessContext Desk => HttpContext.RequestServices.GetRequiredService<HallContexts>().Public;

    public static string NameOf(ServiceItem item) => Words.IsChinese ? item.Name : item.EnglishName is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : item.Name;

    public static string NameOf(ServiceCentre centre) => Words.IsChinese ? centre.Name : centre.EnglishName ?? centre.Name;

    public static string NameOf(ServiceMaterial paper) => Words.IsChinese ? paper.Name : paper.EnglishName is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : paper.Name;

    protected void Take(IEnumerable<Issue> issues) => Errors.Take(issues, new Dictionary<string, string>(StringComparer.Ordinal), NoField);
}
