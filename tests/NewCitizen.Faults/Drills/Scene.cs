using System.Globalization;
using NewCitizen.Faults.Checking;
using NewCitizen.Faults.Load;
using NewCitizen.Storage;

namespace NewCitizen.Faults.Drills;

/// <summary>A store with slots, writers at work and a reader of the feed for each agency; the drill breaks something meanwhile.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly string _folder;
    private readonly List<Tailer> _tailers = [];
    private CancellationTokenSource _stop = new();
    private OpenStore _store;
    private Task _reading = Task.CompletedTask;

    private Scene(string address, OpenStore store, string folder) => (Address, _store, _folder) = (address, store, folder);

    public string Address { get; }

    public List<WriterProcess> Writers { get; } = [];

    /// <summary>Answers so far, about.</summary>
    public long Answers => Writers.Sum(writer => AckLog.Count(writer.Log));

    /// <summary>Makes the store and lets writers begin.</summary>
    /// <param name="folder">For logs; outside the store.</param>
    /// <param name="address">Of the store.</param>
    /// <param name="writers">Processes that write.</param>
    /// <param name="clients">Clients of each.</param>
    /// <param name="jump">Whether their clocks jump.</param>
    /// <param name="slow">Whether clients rest between two requests, for what follows a store more slowly than it can be written.</param>
    public static async Task<Scene> OpenAsync(string folder, string address, int writers, int clients, bool jump = false, bool slow = false)
    {
        var store = await OpenStore.AtAsync(address, SchemaMode.Create);
        await Hall.AddSlotsAsync(store.Records);
        var scene = new Scene(address, store, folder);
        for (var agency = 0; agency < Hall.Agencies; agency++)
        {
            scene._tailers.Add(new Tailer(agency, scene.Tail(agency)));
        }

        scene.Read();

        for (var writer = 1; writer <= writers; writer++)
        {
            scene.Writers.Add(new(address, writer, Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"acks-{writer}")), clients, jump, slow));
            scene.Writers[^1].Start();
        }

        return scene;
    }

    /// <summary>Waits until there are so many answers more.</summary>
    public async Task AdvanceAsync(long answers, TimeSpan atMost)
    {
        var (goal, until) = (Answers + answers, DateTime.UtcNow + atMost);
        while (Answers < goal && DateTime.UtcNow < until)
        {
            await Task.Delay(50);
        }
    }

    /// <summary>Kills a writer (SIGKILL) and starts it again.</summary>
    public void KillWriter(int place)
    {
        Writers[place].Kill();
        Writers[place].Start();
    }

    /// <summary>Closes this process's store, so that only the writers have it open.</summary>
    public async Task PauseAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        await _store.DisposeAsync();
    }

    /// <summary>Opens it again; the readers go on where they were.</summary>
    public async Task ResumeAsync()
    {
        _stop.Dispose();
        _stop = new();
        _store = await OpenStore.AtAsync(Address, SchemaMode.Validate);
        Read();
    }

    /// <summary>Lets the writers finish, the readers reach the end, and checks everything.</summary>
    /// <param name="before">Done before the check.</param>
    public async Task<Verdict> CloseAsync(Action? before = null)
    {
        await Task.WhenAll(Writers.Select(writer => writer.StopAsync()));
        await _stop.CancelAsync();
        await _reading;
        before?.Invoke();
        return await new Checker(_store, [.. Writers.Select(writer => (writer.Number, writer.Log))], Tail).RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in Writers)
        {
            writer.Kill();
        }

        await _stop.CancelAsync();
        await _store.DisposeAsync();
        _stop.Dispose();
    }

    private void Read()
    {
        var (store, stop) = (_store, _stop.Token);
        _reading = Task.WhenAll(_tailers.Select(tailer => Task.Run(() => tailer.RunAsync(store, stop))));
    }

    private string Tail(int agency) => Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"tail-{agency}"));
}
