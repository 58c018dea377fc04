using System.Globalization;

namespace NewCitizen.Faults.Load;

/// <summary>
/// What a writer was told, outside the store: a line "NUMBER MILLISECONDS ANSWER" for each definite answer, written through before the next
/// request. The end of a killed process may leave half a line, which counts as not told.
/// </summary>
internal sealed class AckLog(string path) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    public void Add(long number, Answer answer)
    {
        Span<byte> line = stackalloc byte[64];
        var done = System.Text.Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"{number} {DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()} {(char)answer}\n"), line);
        lock (_gate)
        {
            _file.Write(line[..done]);
        }
    }

    public void Dispose() => _file.Dispose();

    public static IEnumerable<(long Number, long At, Answer Answer)> Read(string path)
    {
        if (!File.Exists(path))
        {
            yield break;
        }

        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            if (parts is [var number, var at, [var answer]])
            {
                yield return (long.Parse(number, CultureInfo.InvariantCulture), long.Parse(at, CultureInfo.InvariantCulture), (Answer)answer);
            }
        }
    }

    /// <summary>About how many answers there are.</summary>
    public static long Count(string path) => File.Exists(path) ? new FileInfo(path).Length / 22 : 0;
}
