namespace NewCitizen.Benchmarks.Floors.Ef;

internal sealed class EfBooking
{
    public required string Agency { get; set; }

    public Guid Id { get; set; }

    public int Slot { get; set; }

    public required string Body { get; set; }
}
