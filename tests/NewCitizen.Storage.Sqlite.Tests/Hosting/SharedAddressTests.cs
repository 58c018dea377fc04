using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.Residents;

namespace NewCitizen.Storage.Sqlite.Tests.Hosting;

public sealed class SharedAddressTests : IDisposable
{
    private const int People = 40;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RegisterAsync_ManyAtOnceAtOneNewAddress_ShareIt()
    {
        await using var services = new ServiceCollection().AddNewCitizen().UseSqlite(_folder.File(), SchemaMode.Create).Services.BuildServiceProvider();
        await services.StartNewCitizenAsync();
        var residents = services.GetRequiredService<ResidentManager>();
        var context = new AccessContext(AgencyId.Parse("west"), "clerk-1");

        // Each starts on a thread of its own: all look for the address before one has it.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, People).Select(i => Task.Run(async () => await residents.RegisterAsync(context, Person(i), null, default))));

        Assert.All(outcomes, outcome => Assert.Equal(RegistrationEffect.Created, outcome.Require().Effect));
        var files = await residents.FindManyAsync(context, outcomes.Select(outcome => outcome.Require().Id), default);
        var address = Assert.Single(files.Values.Select(file => file.Registrations[0].Address).Distinct());
        Assert.Equal(address, (await services.GetRequiredService<AddressManager>().FindByTextAsync(context, "洞庭路76号", default))!.Id);
    }

    private static RegisterResident Person(int i) => new()
    {
        Name = "张三",
        Document = new StatedDocument { Kind = "护照", Number = $"X{i:D7}", Country = "USA" },
        Sex = "男",
        BirthDate = new(1990, 1, 1),
        Residence = new StatedResidence { Address = "洞庭路76号" },
        Source = new RecordSource("counter"),
    };
}
