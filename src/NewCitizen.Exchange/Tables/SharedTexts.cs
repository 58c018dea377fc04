using System.Globalization;
using System.Text;
using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tables;

/// <summary>
/// The shared texts of a workbook (sharedStrings.xml). Cells name them by number in any order, so they must stay at hand:
/// as UTF-8 in large blocks, which costs the bytes of the text and 8 more, not an object each.
/// </summary>
internal sealed class SharedTexts
{
    private const int BlockSize = 1 << 20;

    private readonly List<byte[]> _blocks = [];
    private readonly List<long> _starts = [];
    private int _used = BlockSize;
    private long _total;

    public int Count => _starts.Count;

    public static SharedTexts Load(WorkbookPart? part, TableLimits limits)
    {
        var texts = new SharedTexts();
        while (part is not null && part.ReadTo("si"))
        {
            if (texts.Count == limits.MaxSharedTexts) throw new TableException(TableErrors.TooMuchText);
            texts.Add(part.ReadRichText(limits.MaxCellLength), limits.MaxSharedTextBytes);
        }

        return texts;
    }

    /// <summary>The text of a number as a cell holds it; <see langword="null"/> if there is none.</summary>
    public string? Find(string number)
    {
        if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= Count) return null;
        var block = _blocks[(int)(_starts[index] >> 32)];
        var start = (int)_starts[index];
        return Encoding.UTF8.GetString(block, start + 4, BitConverter.ToInt32(block, start));
    }

    private void Add(string text, int maxBytes)
    {
        var size = Encoding.UTF8.GetByteCount(text) + 4;
        _total += size;
        if (_total > maxBytes) throw new TableException(TableErrors.TooMuchText);
        if (_used + size > BlockSize)
        {
            _blocks.Add(new byte[Math.Max(BlockSize, size)]);
            _used = 0;
        }

        var block = _blocks[^1];
        BitConverter.TryWriteBytes(block.AsSpan(_used), size - 4);
        Encoding.UTF8.GetBytes(text, block.AsSpan(_used + 4));
        _starts.Add(((long)(_blocks.Count - 1) << 32) | (uint)_used);
        _used += size;
    }
}
