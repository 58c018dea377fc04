using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tables;

/// <summary>What all parts of one workbook may unpack to together; the guard against ZIP bombs.</summary>
internal sealed class UnpackBudget(TableLimits limits, long fileLength)
{
    private const long AlwaysAllowed = 64L << 20;

    private readonly long _max = Math.Min(limits.MaxUnpackedBytes, Math.Max(AlwaysAllowed, fileLength * limits.MaxExpansion));
    private long _used;

    /// <exception cref="TableException">The workbook unpacked to more than allowed.</exception>
    public void Take(int bytes)
    {
        _used += bytes;
        if (_used > _max) throw new TableException(TableErrors.Overexpands);
    }
}
