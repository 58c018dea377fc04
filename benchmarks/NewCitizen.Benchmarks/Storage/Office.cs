using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NewCitizen.Testing.Synthetic;

namespace NewCitizen.Benchmarks.Storage;

/// <summary>The SDK on one SQLite file, as a host sets it up.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Office(ServiceProvider services) => _services = services;

    public AccessContext Context { get; } = new(AgencyId.Parse("teda"), "benchmark");

    public ResidentManager Residents => _services.GetRequiredService<ResidentManager>();

    public IServiceProvider Services => _services;

    public static async Task<Office> OpenAsync(string path)
    {
        var services = new ServiceCollection().AddNewCitizen().UseSqlite(path, SchemaMode.Create).Services.BuildServiceProvider();
        await services.StartNewCitizenAsync();
        return new(services);
    }

    /// <summary>Registers people with a window of calls in flight.</summary>
    /// <param name="people">Whom.</param>
    /// <param name="inFlight">Most calls that have begun and not ended.</param>
    /// <returns>Their ids, in the order of the people.</returns>
    public async Task<ResidentId[]> RegisterAsync(IEnumerable<SyntheticPerson> people, int inFlight)
    {
        var ids = new List<ResidentId>();
        var window = new Queue<Task<ResidentId>>(inFlight);
        foreach (var person in people)
        {
            if (window.Count == inFlight)
            {
                ids.Add(await window.Dequeue());
            }

            window.Enqueue(RegisterOneAsync(person));
        }

        ids.AddRange(await Task.WhenAll(window));
        return [.. ids];
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<ResidentId> RegisterOneAsync(SyntheticPerson person) =>
        (await Residents.RegisterAsync(Context, Command(person), requestKey: null, default)).Require().Id;

    private static RegisterResident Command(SyntheticPerson person) => new()
    {
        Name = person.Name,
        Document = new StatedDocument { Kind = person.DocumentKind, Number = person.DocumentNumber, Country = person.Origin is null ? "USA" : null },
        Sex = person.Sex,
        BirthDate = person.BirthDate,
        Phone = person.Mobile,
        Ethnicity = person.Ethnicity,
        Education = person.Education,
        Employer = person.Employer,
        OriginAddress = person.Origin,
        Residence = new StatedResidence { Address = person.Address, RegisteredOn = person.RegisteredOn },
        Source = new RecordSource("benchmark"),
    };
}
