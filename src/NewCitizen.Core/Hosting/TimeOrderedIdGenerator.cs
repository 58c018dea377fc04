using NodaTime;

namespace NewCitizen.Hosting;

/// <summary>UUID version 7 (RFC 9562) on the injected clock: new records land at the end of an index, not all over it. Thread-safe.</summary>
public sealed class TimeOrderedIdGenerator(IClock clock) : IIdGenerator
{
    /// <inheritdoc/>
#pragma warning disable RS0030 // The one place that may make an id.
    public Guid Next() => Guid.CreateVersion7(clock.GetCurrentInstant().ToDateTimeOffset());
#pragma warning restore RS0030
}
