using System.Globalization;
using NewCitizen.Errors;

namespace NewCitizen.Exchange.Checking;

/// <summary>Cuts blocks into lines and counts.</summary>
internal sealed class CheckRun(LineCheck check, CheckOptions options, Action<DocumentIssue> report)
{
    private long _lines;
    private long _accepted;
    private long _refused;
    private long _warnings;
    private long _bytes;
    private bool _skipping;

    public CheckReport Report => new(_lines, _accepted, _refused, _warnings, _bytes);

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Checks the lines that are whole.</summary>
    /// <param name="buffer">Starts with what was held back last time.</param>
    /// <param name="held">Bytes held back.</param>
    /// <param name="read">Bytes read after them.</param>
    /// <returns>Bytes of the unfinished line, now at the start of the buffer.</returns>
    public int Take(byte[] buffer, int held, int read)
    {
        _bytes += read;
        var start = 0;
        var end = held + read;
        var from = held;
        while (buffer.AsSpan(from, end - from).IndexOf((byte)'\n') is >= 0 and var at)
        {
            Line(buffer.AsSpan(start, from + at - start));
            start = from + at + 1;
            from = start;
        }

        if (_skipping)
        {
            return 0;
        }

        Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
        return end - start;
    }

    /// <summary>The line at hand is longer than allowed: it is told once and skipped to its end.</summary>
    public void Overflow()
    {
        if (!_skipping)
        {
            TooLong();
            _skipping = true;
        }
    }

    /// <summary>Checks a last line without a line end.</summary>
    public void Finish(ReadOnlySpan<byte> rest)
    {
        if (!_skipping && !rest.IsEmpty)
        {
            Line(rest);
        }
    }

    private void Line(ReadOnlySpan<byte> line)
    {
        if (_skipping)
        {
            _skipping = false;
            return;
        }

        if (line.Length > options.MaxLineBytes)
        {
            TooLong();
            return;
        }

        _lines++;
        if (_lines == 1 && line.StartsWith(Mark))
        {
            line = line[3..];
            check.Refuse(ExchangeErrors.ByteOrderMark, _lines);
            Tell();
        }

        if (line.Trim(" \t\r"u8).IsEmpty)
        {
            check.Refuse(ExchangeErrors.BlankLine, _lines);
            Tell();
            return;
        }

        _ = check.Check(line, _lines) ? _accepted++ : _refused++;
        Tell();
    }

    private void TooLong()
    {
        _lines++;
        _refused++;
        check.Refuse(ExchangeErrors.LineTooLong, _lines, options.MaxLineBytes.ToString(CultureInfo.InvariantCulture));
        Tell();
    }

    private void Tell()
    {
        foreach (var issue in check.Issues)
        {
            _warnings += issue.Issue.IsError ? 0 : 1;
            report(issue);
        }
    }
}
