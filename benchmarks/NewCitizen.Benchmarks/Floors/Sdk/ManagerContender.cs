namespace NewCitizen.Benchmarks.Floors.Sdk;

/// <summary>The resident manager, as an application uses it: decrypts what it reads and masks it, audits and encrypts what it writes.</summary>
internal sealed class ManagerContender(Station station) : Contender
{
    public override string Name => "managers";

    // Bookings have no manager yet.
    public override bool Does(Work work) => work is not (Work.BookHot or Work.BookMany);

    public override ValueTask<Client> ConnectAsync(Range own) => new(new ManagerClient(station) { Own = own });

    public override ValueTask<long> MismatchesAsync() => new(0);
}
