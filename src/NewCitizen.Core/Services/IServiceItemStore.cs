using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Services;

/// <summary>Typed store of service items (事项), written once on the kernel.</summary>
public interface IServiceItemStore
{
    /// <summary>Reads one item; null if there is none.</summary>
    ValueTask<ServiceItem?> FindAsync(AgencyId agency, ServiceItemId id, CancellationToken cancellationToken);

    /// <summary>Reads an item by its code; null if there is none.</summary>
    ValueTask<ServiceItem?> FindByCodeAsync(AgencyId agency, string code, CancellationToken cancellationToken);

    /// <summary>Lists items, oldest first.</summary>
    ValueTask<Page<ServiceItem>> ListAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts an item into a batch.</summary>
    void Stage(WriteBatch batch, ServiceItem item, ExpectedVersion expected);
}
