namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Reports written without a connection (离线批次), in their order; at most 200, and 64 KiB in all.</summary>
/// <param name="Items">The reports.</param>
public sealed record StayBatchRequest(IReadOnlyList<StayBatchItemRequest> Items);
