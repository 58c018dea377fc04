using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Queues;

/// <summary>A turn at a window that is over.</summary>
/// <param name="Group">The line.</param>
/// <param name="Item">First item.</param>
/// <param name="Window">Label of the window.</param>
/// <param name="CalledAt">When it was called.</param>
/// <param name="EndedAt">When it was over.</param>
/// <param name="Came">Whether somebody came; false for a no-show.</param>
public sealed record PastService(string Group, ServiceItemId Item, string Window, Instant CalledAt, Instant EndedAt, bool Came);
