using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace NewCitizen.Benchmarks.Floors.Ef;

/// <summary>What most users would pick: EF Core 10 with its provider, no compiled queries, reads without tracking.</summary>
/// <param name="configure">Names the provider.</param>
/// <param name="oneWriter">Whether the engine lets one transaction write.</param>
internal sealed class EfContender(Action<DbContextOptionsBuilder> configure, bool oneWriter) : Contender
{
    private readonly DbContextOptions<EfContext> _options = Options(configure);
    private readonly SemaphoreSlim? _writing = oneWriter ? new(1) : null;

    public override string Name => Race.Peer;

    public override bool Does(Work work) => true;

    /// <summary>Adds rows, 1,000 at a time; making them up is not counted.</summary>
    public static async Task<TimeSpan> LoadAsync(Action<DbContextOptionsBuilder> configure, IEnumerable<FileRow> rows)
    {
        var options = Options(configure);
        var counted = new Stopwatch();
        foreach (var chunk in rows.Chunk(1000))
        {
            counted.Start();
            await using var context = new EfContext(options);
            context.Files.AddRange(chunk.Select(EfFile.Of));
            await context.SaveChangesAsync();
            counted.Stop();
        }

        return counted.Elapsed;
    }

    public override ValueTask<Client> ConnectAsync(Range own) => new(new EfClient(_options, _writing) { Own = own });

    public override async ValueTask<long> MismatchesAsync()
    {
        await using var context = new EfContext(_options);
        return await context.Slots.CountAsync(slot => slot.Taken != context.Bookings.Count(booking => booking.Agency == slot.Agency && booking.Slot == slot.Id));
    }

    public override ValueTask DisposeAsync()
    {
        _writing?.Dispose();
        return ValueTask.CompletedTask;
    }

    private static DbContextOptions<EfContext> Options(Action<DbContextOptionsBuilder> configure)
    {
        var builder = new DbContextOptionsBuilder<EfContext>();
        configure(builder);
        return builder.Options;
    }
}
