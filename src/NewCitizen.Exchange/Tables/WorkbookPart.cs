using System.Globalization;
using System.Text;
using System.Xml;
using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tables;

/// <summary>One XML part of a workbook while it is read.</summary>
internal sealed class WorkbookPart(XmlReader xml, GuardedPartStream stream, long length) : IDisposable
{
    // Deeper nesting than any part of a workbook has; a reader keeps every open element in memory.
    private const int MaxDepth = 64;

    private readonly char[] _chunk = new char[4096];
    private readonly StringBuilder _text = new();

    public XmlReader Xml { get; } = xml;

    /// <summary>Unpacked bytes according to the directory of the archive; only for progress.</summary>
    public long Length { get; } = length;

    public long BytesRead => stream.BytesRead;

    /// <exception cref="TableException">The XML is broken or holds a DTD.</exception>
    public bool Read()
    {
        try
        {
            return Xml.Read() && (Xml.Depth <= MaxDepth ? true : throw new TableException(TableErrors.MalformedXml));
        }
        catch (XmlException e)
        {
            throw Malformed(e);
        }
    }

    /// <summary>Moves to the next start tag of this name.</summary>
    public bool ReadTo(string name)
    {
        while (Read())
        {
            if (Xml.NodeType == XmlNodeType.Element && Xml.LocalName == name) return true;
        }

        return false;
    }

    /// <summary>Reads the text of the current element and moves to its end tag, never holding more than the limit.</summary>
    public string ReadText(int maxLength)
    {
        _text.Clear();
        if (Xml.IsEmptyElement) return string.Empty;
        var depth = Xml.Depth;
        while (Read() && Xml.Depth > depth)
        {
            AppendText(maxLength);
        }

        return SpreadsheetText.Decode(_text.ToString());
    }

    /// <summary>Reads the texts of a string item (<c>si</c> or <c>is</c>): runs joined, readings (rPh, 拼音) left out.</summary>
    public string ReadRichText(int maxLength)
    {
        _text.Clear();
        if (Xml.IsEmptyElement) return string.Empty;
        var depth = Xml.Depth;
        var reading = int.MaxValue;
        var inText = false;
        while (Read() && Xml.Depth > depth)
        {
            switch (Xml.NodeType)
            {
                case XmlNodeType.Element when Xml.LocalName == "rPh" && reading == int.MaxValue:
                    reading = Xml.IsEmptyElement ? int.MaxValue : Xml.Depth;
                    break;
                case XmlNodeType.EndElement when Xml.Depth == reading:
                    reading = int.MaxValue;
                    break;
                case XmlNodeType.Element when Xml.LocalName == "t":
                    inText = !Xml.IsEmptyElement;
                    break;
                case XmlNodeType.EndElement when Xml.LocalName == "t":
                    inText = false;
                    break;
                default:
                    if (inText && reading == int.MaxValue) AppendText(maxLength);
                    break;
            }
        }

        return SpreadsheetText.Decode(_text.ToString());
    }

    public void Dispose() => Xml.Dispose();

    private void AppendText(int maxLength)
    {
        if (Xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) return;
        try
        {
            for (var count = Xml.ReadValueChunk(_chunk, 0, _chunk.Length); count > 0; count = Xml.ReadValueChunk(_chunk, 0, _chunk.Length))
            {
                if (_text.Length + count > maxLength)
                {
                    throw new TableException(TableErrors.CellTooLong, default, maxLength.ToString(CultureInfo.InvariantCulture));
                }

                _text.Append(_chunk, 0, count);
            }
        }
        catch (XmlException e)
        {
            throw Malformed(e);
        }
    }

    // The reader's own text may quote the content, so it is not kept as the inner exception.
    private static TableException Malformed(XmlException e) => new(TableErrors.MalformedXml, new IssueLocation(Line: e.LineNumber > 0 ? e.LineNumber : null));
}
