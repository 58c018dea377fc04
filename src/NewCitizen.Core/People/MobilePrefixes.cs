namespace NewCitizen.People;

/// <summary>
/// Prefixes of public mobile service by the MIIT allocation table of 2023-03 (公众移动通信网网号). Only for a warning: numbers
/// move between carriers and new prefixes appear without notice.
/// </summary>
internal static class MobilePrefixes
{
    public static bool IsAllocated(long number)
    {
        var three = (int)(number / 100_000_000);
        return three is (>= 130 and <= 139) or (>= 145 and <= 153) or (>= 155 and <= 159) or 162 or (>= 165 and <= 167)
            or (>= 170 and <= 178) or (>= 180 and <= 193) or (>= 195 and <= 199)
            || number / 10_000_000 == 1619;
    }
}
