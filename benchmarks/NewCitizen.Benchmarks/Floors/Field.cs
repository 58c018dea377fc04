namespace NewCitizen.Benchmarks.Floors;

/// <summary>Contenders of one engine and the clients each keeps for the whole run: one for rows of a single client, eight for the others.</summary>
internal sealed class Field(string engine, int people, int rounds, TimeSpan turn) : IAsyncDisposable
{
    private const int Clients = 8;
    private readonly List<(Contender Contender, IReadOnlyList<Client> Alone, IReadOnlyList<Client> Together)> _contenders = [];

    public async Task AddAsync(Contender contender)
    {
        var share = people / (Clients + 1);
        var clients = new List<Client>();
        for (var i = 0; i <= Clients; i++)
        {
            clients.Add(await contender.ConnectAsync(new Range(i * share, (i + 1) * share)));
        }

        _contenders.Add((contender, clients[..1], clients[1..]));
    }

    /// <summary>All rows of reads and commits; the first contender is the floor.</summary>
    public async Task<List<Figure>> RunAsync(IEnumerable<(Work Work, string Row, TimeSpan Turn)> rows)
    {
        var figures = new List<Figure>();
        foreach (var (work, row, length) in rows)
        {
            foreach (var count in (int[])[1, Clients])
            {
                var race = new Race(engine, $"{row}, {count} {(count == 1 ? "client" : "clients")}", rounds);
                foreach (var (contender, alone, together) in _contenders.Where(entry => entry.Contender.Does(work)))
                {
                    var seed = 0;
                    race.Add(contender.Name, () => Race.TurnAsync(count == 1 ? alone : together, work, people, length, seed++));
                }

                figures.AddRange(await race.RunAsync(warm: true));
            }
        }

        foreach (var (contender, _, _) in _contenders)
        {
            if (await contender.MismatchesAsync() is > 0 and var mismatches)
            {
                throw new InvalidOperationException($"{contender.Name}: {mismatches} seats and bookings do not match.");
            }
        }

        return figures;
    }

    /// <summary>Rows every engine runs.</summary>
    public IEnumerable<(Work Work, string Row, TimeSpan Turn)> Rows() =>
    [
        (Work.ById, "Point by id", turn),
        (Work.ByHash, "Point by blind index", turn),
        (Work.Page, "Keyset page of 50", turn),
        (Work.Update, "Optimistic update", turn * 2),
        (Work.BookHot, "Booking, 1 hot slot", turn * 2),
        (Work.BookMany, "Booking, 1,000 slots", turn * 2),
    ];

    public async ValueTask DisposeAsync()
    {
        foreach (var (contender, alone, together) in _contenders)
        {
            foreach (var client in alone.Concat(together))
            {
                await client.DisposeAsync();
            }

            await contender.DisposeAsync();
        }
    }
}
