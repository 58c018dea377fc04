namespace NewCitizen.Benchmarks.Floors.Ef;

internal sealed class EfSlot
{
    public required string Agency { get; set; }

    public int Id { get; set; }

    public int Capacity { get; set; }

    public int Taken { get; set; }
}
