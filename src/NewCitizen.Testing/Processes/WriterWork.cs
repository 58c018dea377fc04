using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NodaTime;

namespace NewCitizen.Testing.Processes;

/// <summary>
/// What a writing process does: takes a seat for each number in one commit with a visitor, an event and an audit entry, and prints
/// <c>STATUS CODE</c> when the store has answered. The kit compares what was printed with what is there.
/// </summary>
/// <param name="Worker">Beginning of the codes; two workers of one name send the same requests.</param>
/// <param name="First">First number.</param>
/// <param name="Last">Last number.</param>
/// <param name="Capacity">Seats there are.</param>
/// <param name="Clients">Commits at once.</param>
public sealed record WriterWork(string Worker, long First, long Last, long Capacity, int Clients)
{
    private const int Places = 5;
    private const int MaxTries = 200;

    /// <summary>The work as arguments of a program, for <see cref="Parse"/>.</summary>
    public IReadOnlyList<string> Arguments => [Worker, Kit.Text(First), Kit.Text(Last), Kit.Text(Capacity), Kit.Text(Clients)];

    internal static Guid SlotId { get; } = Kit.Id(0);

    /// <summary>Reads the work from the last arguments of a program.</summary>
    /// <param name="arguments">Its own arguments, then those the kit appended.</param>
    /// <exception cref="FormatException">They are not what the kit appends.</exception>
    public static WriterWork Parse(IReadOnlyList<string> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        if (arguments.Count < Places)
        {
            throw new FormatException($"The kit appends {Places} arguments.");
        }

        var own = arguments.Skip(arguments.Count - Places).ToList();
        return new WriterWork(own[0], Number(1), Number(2), Number(3), (int)Number(4));

        long Number(int place) => long.Parse(own[place], CultureInfo.InvariantCulture);
    }

    /// <summary>Does the work. Prints <c>ready -</c> first; commits whose outcome is unknown are sent again with their request key.</summary>
    /// <param name="store">The store, opened with <see cref="KitKinds.All"/> and prepared.</param>
    /// <param name="answers">Where to print, such as the standard output; used by one client at a time.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    public async Task RunAsync(StoreUnderTest store, TextWriter answers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(answers);
        var printing = new Lock();
        Print("ready -");
        var next = First - 1;
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(_ => Task.Run(
            async () =>
            {
                while (Interlocked.Increment(ref next) is var number && number <= Last)
                {
                    var code = string.Create(CultureInfo.InvariantCulture, $"{Worker}-{number}");
                    Print($"{await TakeAsync(store.Records, code, Capacity, cancellationToken).ConfigureAwait(false)} {code}");
                }
            },
            cancellationToken))).ConfigureAwait(false);

        void Print(string line)
        {
            lock (printing)
            {
                answers.WriteLine(line);
                answers.Flush();
            }
        }
    }

    internal static async Task OpenSlotAsync(StoreUnderTest store) => await store.MustCommitAsync(
        new WriteBatch(Kit.Teda).Put(KitKinds.Every, SlotId, ExpectedVersion.Missing, new Sample { State = "slot" }.Fields, Kit.Body)).ConfigureAwait(false);

    private static async Task<CommitStatus> TakeAsync(IRecordStore store, string code, long capacity, CancellationToken cancellationToken)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                var result = await store.CommitAsync(Batch(code, capacity), cancellationToken).ConfigureAwait(false);
                if (result.Status != CommitStatus.Unknown || tries == MaxTries)
                {
                    return result.Status;
                }
            }
            catch (StoreUnavailableException) when (tries < MaxTries)
            {
                // A server that starts again takes a moment; nothing was written.
                await Task.Delay(50, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static WriteBatch Batch(string code, long capacity)
    {
        var id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(code)).AsSpan(0, 16), bigEndian: true);
        var visitor = new Sample { Code = code, State = "visitor", Tags = ["visit", $"t{code[^1]}"], Day = new LocalDate(2026, 1, 1).PlusDays(code.Length) };
        return new WriteBatch(Kit.Teda, Kit.Request("take-" + code, code))
            .Increment(KitKinds.Every, SlotId, "seats", 1, 0, capacity)
            .Put(KitKinds.Every, id, ExpectedVersion.Missing, visitor.Fields, Encoding.UTF8.GetBytes($$"""{"fill":"{{new string('x', 300)}}"}"""))
            .Emit(new DomainEvent("kit.booked", new RecordKey(Kit.Teda, KitKinds.Every, id), default))
            .AddAudit(Kit.Audit(code, subject: id));
    }
}
