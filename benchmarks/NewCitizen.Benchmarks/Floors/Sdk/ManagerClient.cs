using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Benchmarks.Floors.Sdk;

/// <summary>A client of the resident manager.</summary>
internal sealed class ManagerClient(Station station) : Client
{
    private static readonly ExtensionBag[] s_extensions = [Bag("1"), Bag("2")];
    private static readonly Revision s_first = Revision.Parse("1", null);
    private readonly Dictionary<int, (Revision Revision, int Changes)> _seen = [];
    private string? _cursor;

    public override async ValueTask ByIdAsync(int place) =>
        Require(await station.Residents.FindAsync(station.Context, new ResidentId(FileRows.Id(place)), default) is not null);

    public override async ValueTask ByHashAsync(int place) =>
        Require(await station.Residents.FindByDocumentAsync(station.Context, Known.Documents[place], default) is not null);

    // Cursors are sealed, so a caller cannot begin anywhere: it goes on from page to page.
    public override async ValueTask PageAsync(int place)
    {
        var page = await station.Residents.SearchAsync(station.Context, new ResidentSearch { Limit = 50, After = _cursor }, default);
        _cursor = page.Next;
        Require(page.Items.Count == 50 || _cursor is null);
    }

    public override async ValueTask UpdateAsync(int place)
    {
        var (revision, changes) = _seen.GetValueOrDefault(place, (s_first, 0));
        var outcome = await station.Residents.SetExtensionsAsync(
            station.Context, new ResidentId(FileRows.Id(place)), revision, s_extensions[changes % 2], default);
        _seen[place] = (outcome.Require().Revision, changes + 1);
    }

    public override ValueTask BookAsync(int slot) => throw new NotSupportedException();

    private static ExtensionBag Bag(string value) =>
        ExtensionBag.TryCreate([KeyValuePair.Create("note", value)], out var bag) ? bag : throw new InvalidOperationException();

    private static void Require(bool done)
    {
        if (!done)
        {
            throw new InvalidOperationException("The manager did not do what it should.");
        }
    }
}
