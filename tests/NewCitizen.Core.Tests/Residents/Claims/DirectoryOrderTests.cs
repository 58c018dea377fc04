using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Agencies;
using NewCitizen.Residents;
using NewCitizen.Residents.Claims;

namespace NewCitizen.Core.Tests.Residents.Claims;

/// <summary>
/// Clients in every order a seed can think of: each call of each of them waits to be let on, some die waiting, the clock jumps past every time-out
/// while others are in the middle. Nobody may ever see a person on file twice, and in the end everything can be put right.
/// </summary>
public sealed class DirectoryOrderTests
{
    private static readonly string[] s_agencies = ["west", "south", "east"];

    [Fact]
    public async Task Registrations_InAnyOrderWithDeathsAndJumpsOfTheClock_LoseNobodyAndKeepNobodyTwice() =>
        await Task.Run(async () =>
        {
            for (var seed = 0; seed < 400; seed++)
            {
                var run = new Run(seed, changing: false);
                await run.PlayAsync();
                foreach (var (agency, number) in run.Acknowledged)
                {
                    Assert.True((await run.City.FilesAsync(number, agency)).Count == 1, $"seed {seed}: {agency} was told that person {number} is on file");
                }
            }
        });

    [Fact]
    public async Task AllProcedures_InAnyOrderWithDeathsAndJumpsOfTheClock_KeepNobodyTwice() =>
        await Task.Run(async () =>
        {
            for (var seed = 1000; seed < 1400; seed++)
            {
                await new Run(seed, changing: true).PlayAsync();
            }
        });

    private sealed class Run(int seed, bool changing)
    {
        private readonly Dice _numbers = new(seed);
        private readonly List<TaskCompletionSource> _waiting = [];
        private int _clients;

        public DirectoryCity City { get; } = new();

        public HashSet<(string Agency, int Number)> Acknowledged { get; } = [];

        public async Task PlayAsync()
        {
            var tasks = new List<Task>();
            for (var step = 0; _clients < 12 || _waiting.Count > 0; step++)
            {
                Assert.True(step < 20_000, $"seed {seed}: never ends");
                if (_clients < 12 && (_waiting.Count == 0 || _numbers.Next(12) == 0))
                {
                    _clients++;
                    tasks.Add(ClientAsync());
                    continue;
                }

                // Continuations run here, up to the next call of that client: one thread, one order.
                var next = _numbers.Next(_waiting.Count);
                var client = _waiting[next];
                _waiting.RemoveAt(next);
                if (_numbers.Next(90) == 0)
                {
                    client.SetException(new Killed());
                }
                else
                {
                    client.SetResult();
                }

                if (_numbers.Next(25) == 0)
                {
                    City.Clock.Advance(NodaTime.Duration.FromMinutes(_numbers.Next(12) - 2));
                }

                await RequireNobodyTwiceAsync(step);
            }

            await Task.WhenAll(tasks);
            City.Clock.AdvanceDays(40);
            await City.Reconciler().ResolveExpiredAsync(repair: true, default);
            await City.Reconciler().CheckClaimsAsync(repair: true, default);
            await City.RequireSoundAsync($"seed {seed}", s_agencies);
        }

        private async Task ClientAsync()
        {
            var agency = s_agencies[_numbers.Next(3)];
            var number = _numbers.Next(2);
            var context = DirectoryCity.Context(agency);
            var process = City.Process(StepAsync);
            var residents = process.GetRequiredService<ResidentManager>();
            try
            {
                switch (changing ? _numbers.Next(8) : _numbers.Next(5))
                {
                    case 0:
                        await process.GetRequiredService<PersonDirectoryReconciler>().ResolveExpiredAsync(repair: true, default);
                        break;
                    case 5 or 6 when await residents.FindByDocumentAsync(context, DirectoryCity.Person(number).Document, default) is { } file:
                        _ = _numbers.Next(2) == 0
                            ? await residents.EraseAsync(context, file.Id, file.Revision, default)
                            : await residents.HandOverAsync(context, file.Id, file.Revision, AgencyId.Parse(s_agencies[_numbers.Next(3)]), default);
                        break;
                    case 7 when await residents.FindByDocumentAsync(context, DirectoryCity.Person(1 - number).Document, default) is { } other:
                        await residents.AddDocumentAsync(context, other.Id, other.Revision, DirectoryCity.Person(number).Document, default);
                        break;
                    default:
                        if ((await residents.RegisterAsync(context, DirectoryCity.Person(number), null, default)).Succeeded)
                        {
                            Acknowledged.Add((agency, number));
                        }

                        break;
                }
            }
            catch (Killed)
            {
                // Gone in the middle of whatever it did.
            }
        }

        private Task StepAsync()
        {
            var turn = new TaskCompletionSource();
            _waiting.Add(turn);
            return turn.Task;
        }

        private async Task RequireNobodyTwiceAsync(int step)
        {
            for (var number = 0; number < 2; number++)
            {
                var files = await City.FilesAsync(number, s_agencies);
                Assert.True(files.Count <= 1, $"seed {seed}, step {step}: person {number} is on file at {string.Join(", ", files)}");
            }
        }
    }
}
