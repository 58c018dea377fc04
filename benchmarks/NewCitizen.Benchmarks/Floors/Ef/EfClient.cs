using Microsoft.EntityFrameworkCore;

namespace NewCitizen.Benchmarks.Floors.Ef;

/// <summary>Operations as an application writes them.</summary>
internal sealed class EfClient(DbContextOptions<EfContext> options, SemaphoreSlim? writing) : Client
{
    private readonly Dictionary<int, long> _versions = [];

    public override async ValueTask ByIdAsync(int place)
    {
        var id = FileRows.Id(place);
        await using var context = new EfContext(options);
        Require(await context.Files.AsNoTracking().FirstOrDefaultAsync(file => file.Agency == FileRow.Agency && file.Id == id) is not null);
    }

    public override async ValueTask ByHashAsync(int place)
    {
        var hash = Known.Hashes[place];
        await using var context = new EfContext(options);
        Require(await context.Files.AsNoTracking().FirstOrDefaultAsync(file => file.Agency == FileRow.Agency && file.DocumentHash == hash) is not null);
    }

    public override async ValueTask PageAsync(int place)
    {
        var after = FileRows.Id(place);
        await using var context = new EfContext(options);
        var page = await context.Files.AsNoTracking().Where(file => file.Agency == FileRow.Agency && file.Id > after).OrderBy(file => file.Id).Take(50).ToListAsync();
        Require(page.Count == 50);
    }

    public override async ValueTask UpdateAsync(int place)
    {
        var version = _versions.GetValueOrDefault(place, 1);
        var row = EfFile.Of(Known.Sample);
        (row.Id, row.DocumentHash, row.Version) = (FileRows.Id(place), Known.Hashes[place], version);
        await using var context = new EfContext(options);
        context.Attach(row);
        row.Status = version % 2 == 0 ? "active" : "changed";
        context.Entry(row).Property(file => file.Status).IsModified = true;
        context.Entry(row).Property(file => file.Body).IsModified = true;
        row.Version = version + 1;
        await WriteAsync(async () => Require(await context.SaveChangesAsync() == 1));
        _versions[place] = version + 1;
    }

    public override async ValueTask BookAsync(int slot)
    {
        await using var context = new EfContext(options);
        await WriteAsync(async () =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            var taken = await context.Slots
                .Where(row => row.Agency == FileRow.Agency && row.Id == slot && row.Taken < row.Capacity)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Taken, row => row.Taken + 1));
            context.Bookings.Add(new EfBooking { Agency = FileRow.Agency, Id = Guid.CreateVersion7(), Slot = slot, Body = "{\"channel\":\"counter\",\"note\":\"made up for a benchmark\"}" });
            Require(taken == 1 && await context.SaveChangesAsync() == 1);
            await transaction.CommitAsync();
        });
    }

    private async ValueTask WriteAsync(Func<Task> write)
    {
        if (writing is null)
        {
            await write();
            return;
        }

        await writing.WaitAsync();
        try
        {
            await write();
        }
        finally
        {
            writing.Release();
        }
    }

    private static void Require(bool done)
    {
        if (!done)
        {
            throw new InvalidOperationException("EF Core did not do what it should.");
        }
    }
}
