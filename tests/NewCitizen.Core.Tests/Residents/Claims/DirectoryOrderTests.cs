using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Agencies;
using NewCitizen.Residents;
using NewCitizen.Residents.Claims;

namespace NewCitizen.Core.Tests.Residents.Claims;

/// <summary>
/// Clients in every order a seed can think of: each call of each of them waits to be let on, some die waiting, some sleep for long, the clock jumps past every
/// time-out while others are in the middle. Nobody may ever see a person on file twice, and in the end everything can be put right.
/// </summary>
public sealed class DirectoryOrderTests
{
    private const int Seeds = 250;
    private static readonly string[] s_agencies = ["west", "south", "east"];

    [Fact]
    public async Task Registrations_InAnyOrderWithDeathsAndJumpsOfTheClock_LoseNobodyAndKeepNobodyTwice() =>
        await Task.Run(async () =>
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                var run = new Run(seed, changing: false);
                Assert.True(await run.PlayAsync() is null, run.Twice);
                await run.PutRightAsync();
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
            for (var seed = 1000; seed < 1000 + Seeds; seed++)
            {
                var run = new Run(seed, changing: true);
                Assert.True(await run.PlayAsync() is null, run.Twice);
                await run.PutRightAsync();
            }
        });

    /// <summary>The same clients over a store that loses the fences: if this found nobody twice, the tests above would prove nothing.</summary>
    [Fact]
    public async Task Registrations_WithoutFences_PutSomebodyOnFileTwice() =>
        await Task.Run(async () =>
        {
            for (var seed = 0; seed < Seeds; seed++)
            {
                if (await new Run(seed, changing: false, dropsFences: true).PlayAsync() is not null)
                {
                    return;
                }
            }

            Assert.Fail("No order of calls needed a fence.");
        });

    private sealed class Run(int seed, bool changing, bool dropsFences = false)
    {
        private const int Clients = 12;
        private readonly Dice _dice = new(seed);
        private readonly List<TaskCompletionSource> _waiting = [];
        private readonly List<TaskCompletionSource> _asleep = [];
        private int _clients;

        public DirectoryCity City { get; } = new();

        public HashSet<(string Agency, int Number)> Acknowledged { get; } = [];

        public string? Twice { get; private set; }

        /// <summary>Who was on file twice, and when; null for nobody.</summary>
        public async Task<string?> PlayAsync()
        {
            var tasks = new List<Task>();
            for (var step = 0; _clients < Clients || _waiting.Count + _asleep.Count > 0; step++)
            {
                Assert.True(step < 20_000, $"seed {seed}: never ends");
                if (_clients < Clients && (_waiting.Count == 0 || _dice.Next(12) == 0))
                {
                    _clients++;
                    tasks.Add(ClientAsync());
                    continue;
                }

                if (_asleep.Count > 0 && (_waiting.Count == 0 || _dice.Next(60) == 0))
                {
                    _waiting.Add(Take(_asleep));
                }

                if (_waiting.Count == 0)
                {
                    continue;
                }

                // Continuations run here, up to the next call of that client: one thread, one order.
                var client = Take(_waiting);
                switch (_dice.Next(90))
                {
                    case 0:
                        client.SetException(new Killed());
                        break;
                    case < 9:
                        _asleep.Add(client);
                        break;
                    default:
                        client.SetResult();
                        break;
                }

                if (_dice.Next(20) == 0)
                {
                    City.Clock.Advance(NodaTime.Duration.FromMinutes(_dice.Next(12) - 2));
                }

                if (await SomebodyTwiceAsync())
                {
                    return Twice = $"seed {seed}: somebody is on file twice after step {step}";
                }
            }

            await Task.WhenAll(tasks);
            return null;
        }

        public async Task PutRightAsync()
        {
            City.Clock.AdvanceDays(40);
            await City.Reconciler().ResolveExpiredAsync(repair: true, default);
            await City.Reconciler().CheckClaimsAsync(repair: true, default);
            await City.RequireSoundAsync($"seed {seed}", s_agencies);
        }

        private async Task ClientAsync()
        {
            var agency = s_agencies[_dice.Next(3)];
            var number = _dice.Next(2);
            var context = DirectoryCity.Context(agency);
            var process = City.Process(StepAsync, dropsFences: dropsFences);
            var residents = process.GetRequiredService<ResidentManager>();
            try
            {
                switch (changing ? _dice.Next(8) : _dice.Next(5))
                {
                    case 0:
                        await process.GetRequiredService<PersonDirectoryReconciler>().ResolveExpiredAsync(repair: true, default);
                        break;
                    case 5 or 6 when await residents.FindByDocumentAsync(context, DirectoryCity.Person(number).Document, default) is { } file:
                        _ = _dice.Next(2) == 0
                            ? await residents.EraseAsync(context, file.Id, file.Revision, default)
                            : await residents.HandOverAsync(context, file.Id, file.Revision, AgencyId.Parse(s_agencies[_dice.Next(3)]), default);
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

        private TaskCompletionSource Take(List<TaskCompletionSource> clients)
        {
            var next = _dice.Next(clients.Count);
            var client = clients[next];
            clients.RemoveAt(next);
            return client;
        }

        private async Task<bool> SomebodyTwiceAsync()
        {
            for (var number = 0; number < 2; number++)
            {
                if ((await City.FilesAsync(number, s_agencies)).Count > 1)
                {
                    return true;
                }
            }

            return false;
        }
    }
}
