namespace NewCitizen.Storage.Copying;

/// <summary>What a store holds, in some hashes: equal digests of two stores, also taken on two machines, mean equal contents (数据库摘要).</summary>
/// <param name="Kinds">One line an agency and kind that has records or tombstones, in the order of the kinds given and then of the agencies.</param>
/// <param name="AuditEntries">Audit entries read.</param>
/// <param name="AuditRoot">Root of the Merkle tree (RFC 6962) over their hashes, in lower hexadecimal: what checkpoints sign.</param>
public sealed record StoreDigest(IReadOnlyList<KindDigest> Kinds, long AuditEntries, string AuditRoot)
{
    /// <summary>Living records of all kinds and agencies.</summary>
    public long Living => Kinds.Sum(kind => kind.Living);

    /// <summary>Tombstones of all kinds and agencies.</summary>
    public long Tombstones => Kinds.Sum(kind => kind.Tombstones);
}
