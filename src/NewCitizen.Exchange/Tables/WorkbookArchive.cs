using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Xml;
using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tables;

/// <summary>The ZIP container of a workbook (ECMA-376 part 2), opened with its directory bounded and its XML without DTD.</summary>
internal sealed class WorkbookArchive : IDisposable
{
    private const int MaxDirectoryBytes = 4 << 20;

    private readonly ZipArchive _zip;
    private readonly UnpackBudget _budget;

    private WorkbookArchive(ZipArchive zip, UnpackBudget budget) => (_zip, _budget) = (zip, budget);

    /// <exception cref="TableException">Not a ZIP file, cut off, or its directory is too large.</exception>
    public static WorkbookArchive Open(Stream source, TableLimits limits)
    {
        try
        {
            CheckDirectory(source, limits);
            source.Position = 0;
            var zip = new ZipArchive(source, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count <= limits.MaxParts) return new WorkbookArchive(zip, new UnpackBudget(limits, source.Length));
            zip.Dispose();
            throw TooManyParts(limits);
        }
        catch (InvalidDataException e)
        {
            throw new TableException(TableErrors.DamagedWorkbook, e, default);
        }
    }

    public bool Has(string path) => Find(path) is not null;

    /// <summary>Opens a part as XML; <see langword="null"/> if there is none.</summary>
    public WorkbookPart? OpenPart(string path)
    {
        if (Find(path) is not { } entry) return null;
        try
        {
            var stream = new GuardedPartStream(entry.Open(), _budget);
            return new WorkbookPart(XmlReader.Create(stream, Settings()), stream, entry.Length);
        }
        catch (InvalidDataException e)
        {
            throw new TableException(TableErrors.DamagedWorkbook, e, default);
        }
    }

    public void Dispose() => _zip.Dispose();

    // ZipArchive reads the whole directory into objects before anybody can count them, so its size is looked at first.
    private static void CheckDirectory(Stream source, TableLimits limits)
    {
        var tail = new byte[(int)Math.Min(source.Length, 22 + ushort.MaxValue)];
        source.Position = source.Length - tail.Length;
        source.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || tail.Length - end < 22) throw new TableException(TableErrors.DamagedWorkbook);
        var record = tail.AsSpan(end);
        if (BinaryPrimitives.ReadUInt16LittleEndian(record[10..]) > limits.MaxParts) throw TooManyParts(limits);
        long start = BinaryPrimitives.ReadUInt32LittleEndian(record[16..]);
        if (source.Length - tail.Length + end - start > MaxDirectoryBytes) throw TooManyParts(limits);
    }

    private static TableException TooManyParts(TableLimits limits) =>
        new(TableErrors.TooManyParts, default, limits.MaxParts.ToString(CultureInfo.InvariantCulture));

    private ZipArchiveEntry? Find(string path)
    {
        path = path.TrimStart('/').Replace('\\', '/');
        return _zip.GetEntry(path)
            ?? _zip.Entries.FirstOrDefault(entry => entry.FullName.Replace('\\', '/').Equals(path, StringComparison.OrdinalIgnoreCase));
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };
}
