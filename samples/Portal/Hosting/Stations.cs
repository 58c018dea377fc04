using Portal.Language;

namespace Portal.Hosting;

/// <summary>Names of the demonstration's stations; an agency of its own is shown by its id.</summary>
internal static class Stations
{
    public static string Name(string agency) => agency switch
    {
        "west" => Words.T("西区站", "West station"),
        "south" => Words.T("南区站", "South station"),
        _ => agency,
    };
}
