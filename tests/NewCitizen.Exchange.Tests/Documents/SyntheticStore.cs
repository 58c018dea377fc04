using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Exchange.Export;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.TestStores;
using NodaTime;

namespace NewCitizen.Exchange.Tests.Documents;

/// <summary>A store, in memory unless another was chosen for all tests, with made-up people of all sorts.</summary>
internal sealed class SyntheticStore : IAsyncDisposable
{
    private static readonly string[] s_names = ["张三", "欧阳娜娜", "阿依古丽·买买提", "𠮷野", "扎西", "John O'Neil", "Анна Иванова", "李明"];
    private static readonly string[] s_codes = ["汉族", "05", "维吾尔族", "外星族", "01"];
    private readonly ServiceProvider _services;

    private SyntheticStore(ServiceProvider services) => _services = services;

    public AccessContext Context { get; } = new(AgencyId.Parse("binhai"), "clerk-1", "monthly exchange with the housing department");

    public ResidentManager Residents => _services.GetRequiredService<ResidentManager>();

    public ResidentExporter Exporter => new(Residents, _services.GetRequiredService<Addresses.AddressManager>(), Checkers.Clock);

    public static async Task<SyntheticStore> CreateAsync(int people)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(Checkers.Clock);
        services.AddSingleton<IKeyRing>(new EphemeralKeyRing());
        services.AddNewCitizen().UseTestStore(builder => builder.UseInMemory());
        var provider = services.BuildServiceProvider();
        await provider.StartNewCitizenAsync();
        var store = new SyntheticStore(provider);
        for (var i = 0; i < people; i++)
        {
            await store.AddAsync(i);
        }

        return store;
    }

    public async Task<Registered> AddAsync(int i)
    {
        var document = (i % 10) switch
        {
            7 => new StatedDocument { Kind = "414", Number = $"C{i:D8}", Country = "USA", ValidUntil = new(2030, 1, 1) },
            8 => new StatedDocument { Number = $"H{i:D8}" },
            9 => new StatedDocument { Number = CitizenNumber("810000", i) },
            _ => new StatedDocument { Number = CitizenNumber("120116", i), ValidFrom = i % 2 == 0 ? new(2020, 2, 29) : null },
        };
        var outcome = await Residents.RegisterAsync(Context, new()
        {
            Name = s_names[i % s_names.Length],
            Document = document,
            Sex = i % 10 is 7 or 8 ? "男" : null,
            Phone = i % 3 == 0 ? $"138{i:D8}" : null,
            Ethnicity = s_codes[i % s_codes.Length],
            Education = i % 4 == 0 ? "本科毕业" : i % 4 == 1 ? "自学成才 \"x\"" : null,
            MaritalStatus = i % 5 == 0 ? "1" : null,
            Employer = i % 2 == 0 ? $"示例工厂{i % 20}" : null,
            Occupation = i % 4 == 0 ? "焊工" : null,
            OriginAddress = i % 3 == 1 ? "河南省周口市" : null,
            Residence = i % 6 == 5 ? null : new() { Address = $"天津市滨海新区示例路{i % 50}号{i % 7}室", DivisionCode = i % 2 == 0 ? "120116014" : null, Since = new(2026, 1, 1 + (i % 28)), RegisteredOn = i % 2 == 0 ? new(2026, 2, 1) : null, DwellingType = i % 4 == 0 ? "01" : i % 4 == 1 ? "集装箱" : null },
            Extensions = i % 9 == 0 ? new Dictionary<string, string> { ["备注"] = "夜班\n第二行", ["a/b~c"] = "😀" } : new Dictionary<string, string>(),
            Source = new("roster", $"a1b2c3:{i}"),
        }, requestKey: null, CancellationToken.None);
        return outcome.Require();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string CitizenNumber(string division, int i)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var birth = new LocalDate(1950, 1, 1).PlusDays(i * 37 % 20_000);
        var body = $"{division}{birth:uuuuMMdd}{i % 1000:D3}";
        var sum = 0;
        for (var at = 0; at < 17; at++)
        {
            sum += (body[at] - '0') * weights[at];
        }

        return body + "10X98765432"[sum % 11];
    }
}
