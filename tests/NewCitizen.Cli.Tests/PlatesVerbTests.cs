using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Plates;
using NewCitizen.Storage;

namespace NewCitizen.Cli.Tests;

public sealed class PlatesVerbTests
{
    private const string Address = "https://zf.example.gov.cn";

    [Fact]
    public async Task Print_ValidPlates_WritesASheetWithoutAnybody()
    {
        using var folder = new TempFolder();
        var store = Path.Combine(folder.Path, "station.db");
        var (live, revoked) = await MakeAsync(store);
        var sheet = Path.Combine(folder.Path, "plates.html");
        var run = await CliRun.RunAsync("plates", "print", "--store", "sqlite:" + store, "--agency", "west", "--address", Address, "--out", sheet, "--json");
        var html = await File.ReadAllTextAsync(sheet);

        Assert.Equal((0, 2, 1), (run.Exit, run.Last.GetProperty("plates").GetInt32(), run.Last.GetProperty("pages").GetInt32()));
        Assert.All(live, number => Assert.Contains(number, html, StringComparison.Ordinal));
        Assert.DoesNotContain(revoked, html, StringComparison.Ordinal);
        Assert.DoesNotContain("王房东", html, StringComparison.Ordinal);
        Assert.DoesNotContain("天海公寓", html, StringComparison.Ordinal);

        var one = await CliRun.RunAsync("plates", "print", "--store", "sqlite:" + store, "--agency", "west", "--address", Address, "--out", sheet, "--number", live[0], "--number", revoked);
        Assert.Equal(1, one.Exit);
        Assert.Contains("NC2600", one.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(live[1], await File.ReadAllTextAsync(sheet), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zf.example.gov.cn", "7K3F9-2M8QX", "NC2605")]
    [InlineData(Address, "7K3F9", "NC2607")]
    public async Task Print_WrongInput_IsRefused(string address, string number, string code)
    {
        var run = await CliRun.RunAsync("plates", "print", "--store", "sqlite:none.db", "--address", address, "--out", "none.html", "--number", number);
        Assert.Equal(2, run.Exit);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
    }

    private static async Task<(string[] Live, string Revoked)> MakeAsync(string path)
    {
        await using var services = new ServiceCollection().AddNewCitizen().UseSqlite(path, SchemaMode.Create).Services.BuildServiceProvider();
        await services.StartNewCitizenAsync();
        var west = new AccessContext(AgencyId.Parse("west"), "clerk");
        var numbers = new List<DoorPlate>();
        for (var i = 1; i <= 3; i++)
        {
            var home = (await services.GetRequiredService<HousingManager>().AddPropertyAsync(west, new AddRentalProperty { Address = $"天海公寓{i}号楼", LandlordName = "王房东" }, default)).Require();
            numbers.Add((await services.GetRequiredService<PlateManager>().IssueAsync(west, home.Id, null, default)).Require());
        }

        await services.GetRequiredService<PlateManager>().RevokeAsync(west, numbers[2].Id, numbers[2].Revision, PlateRevocation.Lost, default);
        return ([numbers[0].Code.ToString(), numbers[1].Code.ToString()], numbers[2].Code.ToString());
    }
}
