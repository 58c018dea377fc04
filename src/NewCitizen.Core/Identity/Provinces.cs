namespace NewCitizen.Identity;

/// <summary>
/// The two-digit province prefixes of GB/T 2260-2007 as bit sets. They have not changed since 1997 (50 Chongqing) and are
/// the only part of an address code that decides; county codes come from the dated table and only warn.
/// </summary>
internal static class Provinces
{
    private const ulong Low =
        (31UL << 11) | (7UL << 21) | (127UL << 31) | (63UL << 41) | (31UL << 50) | (7UL << 61);

    // 64 and 65, then 71 (Taiwan), 81 (Hong Kong), 82 (Macao).
    private const ulong High = 3UL | (1UL << (71 - 64)) | (3UL << (81 - 64));

    // 国办发〔2018〕81号 art. 3 numbers Taiwan residents' permits 830000, which GB/T 2260 does not know.
    private const ulong HighWithPermits = High | (1UL << (83 - 64));

    /// <summary>Whether a division code can start so.</summary>
    public static bool IsProvince(uint prefix) => Has(prefix, High);

    /// <summary>Whether a citizen number can start so: the provinces and 83.</summary>
    public static bool IsNumberPrefix(uint prefix) => Has(prefix, HighWithPermits);

    private static bool Has(uint prefix, ulong high) => (((prefix < 64 ? Low : high) >> (int)prefix) & (prefix < 128 ? 1UL : 0UL)) != 0;
}
