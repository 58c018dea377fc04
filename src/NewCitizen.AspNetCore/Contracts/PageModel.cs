namespace NewCitizen.AspNetCore.Contracts;

/// <summary>One page of results (分页结果).</summary>
/// <typeparam name="T">Type of the items.</typeparam>
/// <param name="Items">In the order of the list.</param>
/// <param name="Next">Send back as <c>after</c> for the next page; absent on the last. Sealed: an altered one is refused.</param>
public sealed record PageModel<T>(IReadOnlyList<T> Items, string? Next);
