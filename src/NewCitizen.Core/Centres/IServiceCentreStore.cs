using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Centres;

/// <summary>Typed store of service centres (服务中心), written once on the kernel.</summary>
public interface IServiceCentreStore
{
    /// <summary>Reads one centre; null if there is none. A state that was read before is not decoded again.</summary>
    ValueTask<ServiceCentre?> FindAsync(AgencyId agency, ServiceCentreId id, CancellationToken cancellationToken);

    /// <summary>Reads a centre by its code; null if there is none.</summary>
    ValueTask<ServiceCentre?> FindByCodeAsync(AgencyId agency, string code, CancellationToken cancellationToken);

    /// <summary>Lists centres, oldest first.</summary>
    ValueTask<Page<ServiceCentre>> ListAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts a centre into a batch.</summary>
    void Stage(WriteBatch batch, ServiceCentre centre, ExpectedVersion expected);
}
