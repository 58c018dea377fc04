using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Addresses;

/// <summary>Typed store of standard addresses, written once on the kernel.</summary>
public interface IStandardAddressStore
{
    /// <summary>Reads one address; null if there is none.</summary>
    ValueTask<StandardAddress?> FindAsync(AgencyId agency, StandardAddressId id, CancellationToken cancellationToken);

    /// <summary>Reads several; null where there is none.</summary>
    ValueTask<IReadOnlyList<StandardAddress?>> FindManyAsync(AgencyId agency, IReadOnlyList<StandardAddressId> ids, CancellationToken cancellationToken);

    /// <summary>Finds an address by any spelling that means the same beyond doubt: width, case, spaces, numerals, 號 or #, 栋 or 幢 or 号楼.</summary>
    ValueTask<StandardAddress?> FindByTextAsync(AgencyId agency, string text, CancellationToken cancellationToken);

    /// <summary>Lists addresses, newest first.</summary>
    ValueTask<Page<StandardAddress>> ListAsync(AgencyId agency, int limit, string? after, CancellationToken cancellationToken);

    /// <summary>Puts an address into a batch.</summary>
    void Stage(WriteBatch batch, StandardAddress address, ExpectedVersion expected);
}
