namespace NewCitizen.Benchmarks.Storage;

/// <summary>What one contender took in one round.</summary>
/// <param name="Nanoseconds">Time of one item.</param>
/// <param name="Bytes">Allocated for one item.</param>
/// <param name="ProcessorNanoseconds">Processor time of one item, all threads and the kernel; 0 if not measured.</param>
/// <param name="PeakMegabytes">Most resident memory of the process meanwhile; 0 if not measured.</param>
internal readonly record struct Sample(double Nanoseconds, double Bytes, double ProcessorNanoseconds = 0, double PeakMegabytes = 0);
