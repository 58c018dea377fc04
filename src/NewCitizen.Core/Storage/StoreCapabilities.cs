namespace NewCitizen.Storage;

/// <summary>What a store claims about itself; the conformance kit tests each claim.</summary>
/// <param name="Name">Name of the store, such as <c>sqlite</c>.</param>
/// <param name="Durable">An acknowledged commit survives the death of the process and of the machine.</param>
/// <param name="SharedByProcesses">Several processes may open the same data at once.</param>
/// <param name="MaxBatchOperations">Most operations in one batch; at least 100.</param>
/// <param name="MaxBodyBytes">Longest body of a record in bytes; at least 1 MiB.</param>
public sealed record StoreCapabilities(string Name, bool Durable, bool SharedByProcesses, int MaxBatchOperations, int MaxBodyBytes);
