using System.Globalization;
using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Testing.Conformance;

/// <summary>Says what was promised and throws when it is not so.</summary>
internal static class Expect
{
    public static void That(bool kept, string promise)
    {
        if (!kept)
        {
            throw new ConformanceException(string.Empty, promise);
        }
    }

    public static void Equal<T>(T expected, T actual, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new ConformanceException(string.Empty, string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected}, found {actual}."));
        }
    }

    public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        var wanted = expected.ToList();
        var found = actual.ToList();
        if (!wanted.SequenceEqual(found))
        {
            throw new ConformanceException(
                string.Empty,
                string.Create(CultureInfo.InvariantCulture, $"{what}: expected {wanted.Count} [{Short(wanted)}], found {found.Count} [{Short(found)}]."));
        }
    }

    public static void Status(CommitStatus expected, CommitResult result, string what)
    {
        Equal(expected, result.Status, what);
        if (result.IsDurable)
        {
            Equal(-1, result.FailedOperation, what + ", failed operation");
        }
    }

    public static void Record(StoredRecord? actual, long version, IReadOnlyList<FieldValue> fields, ReadOnlySpan<byte> body, string what)
    {
        That(actual is not null, what + ": the record is missing.");
        Equal(version, actual!.Version, what + ", version");
        Fields(actual.Key.Kind, fields, actual.Fields, what);
        That(actual.Body.Span.SequenceEqual(body), what + ": the body differs.");
    }

    public static void Fields(RecordKind kind, IReadOnlyList<FieldValue> expected, IReadOnlyList<FieldValue> actual, string what)
    {
        Equal(expected.Count, actual.Count, what + ", number of fields");
        for (var i = 0; i < expected.Count; i++)
        {
            // An empty set and null differ, although neither has members.
            That(expected[i] == actual[i] && expected[i].IsNull == actual[i].IsNull && expected[i].IsMany == actual[i].IsMany, $"{what}: field '{kind.Fields[i].Name}' differs.");
        }
    }

    public static async Task ThrowsAsync<T>(Func<Task> action, string what)
        where T : Exception
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (T)
        {
            return;
        }

        throw new ConformanceException(string.Empty, $"{what}: {typeof(T).Name} was promised, nothing was thrown.");
    }

    public static async Task CodeAsync(ErrorCode code, Func<Task> action, string what)
    {
        try
        {
            await action().ConfigureAwait(false);
        }
        catch (NewCitizenException thrown) when (thrown.Code == code)
        {
            return;
        }

        throw new ConformanceException(string.Empty, $"{what}: {code} was promised, nothing was thrown.");
    }

    private static string Short<T>(List<T> items) => string.Join(", ", items.Take(20)) + (items.Count > 20 ? ", …" : string.Empty);
}
