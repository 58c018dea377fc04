using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Hosting;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Benchmarks.Floors.Sdk;

/// <summary>The SDK over one store, as a host sets it up, with the kinds of the benchmark.</summary>
internal sealed class Station : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Station(ServiceProvider services)
    {
        _services = services;
        Sheet = new(Get<FieldProtector>(), Get<BlindIndexer>());
    }

    public AccessContext Context { get; } = new(Sdk.Sheet.Agency, "benchmark");

    public ResidentManager Residents => Get<ResidentManager>();

    public IRecordStore Store => Get<IRecordStore>();

    public IBulkLoader Bulk => Get<IBulkLoader>();

    public IChangeFeed Feed => Get<IChangeFeed>();

    public Sheet Sheet { get; }

    /// <summary>Opens a new store.</summary>
    /// <param name="use">Names the store.</param>
    public static async Task<Station> OpenAsync(Action<NewCitizenBuilder> use)
    {
        var builder = new ServiceCollection().AddNewCitizen().AddRecordKind(Sdk.Sheet.Kind).AddRecordKind(Sdk.Sheet.Slot).AddRecordKind(Sdk.Sheet.Booking);
        use(builder);
        var services = builder.Services.BuildServiceProvider();
        await services.StartNewCitizenAsync();
        return new(services);
    }

    /// <summary>Puts the slots on file.</summary>
    public async Task AddSlotsAsync()
    {
        var batch = new WriteBatch(Sdk.Sheet.Agency);
        for (var slot = 0; slot <= 1000; slot++)
        {
            batch.Put(Sdk.Sheet.Slot, Sdk.Sheet.SlotId(slot), ExpectedVersion.Missing, [FieldValue.Integer(0)], "{}"u8.ToArray());
        }

        if (!(await Store.CommitAsync(batch, default)).IsDurable)
        {
            throw new InvalidOperationException("The slots are there already.");
        }
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
