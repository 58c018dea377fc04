using NewCitizen.Storage;

namespace NewCitizen.Privacy;

/// <summary>What a <see cref="ProtectionScope"/> holds; recycled by its thread, because there is one for every record read.</summary>
internal sealed class ProtectionState
{
    [ThreadStatic]
    private static ProtectionState? s_current;

    [ThreadStatic]
    private static ProtectionState? s_spare;

    private readonly byte[] _aad = new byte[FieldAad.MaxSize];
    private readonly List<(string Field, int Count)> _seen = new(8);
    private int _recordLength;
    private ProtectionState? _outer;
    private FieldProtector? _protector;

    public static ProtectionState Current =>
        s_current ?? throw new InvalidOperationException("Protected values are written and read inside a ProtectionScope only.");

    public FieldProtector Protector => _protector!;

    /// <summary>Lowest number of a key with which a value read in this scope, or one inside it, was encrypted; the highest number if none was.</summary>
    public ushort OldestKey { get; private set; } = ushort.MaxValue;

    public static ProtectionState Enter(FieldProtector protector, RecordKey record, int schemaVersion)
    {
        ArgumentNullException.ThrowIfNull(protector);
        var state = s_spare ?? new ProtectionState();
        state._recordLength = FieldAad.WriteRecord(state._aad, record, schemaVersion);
        s_spare = null;
        state._protector = protector;
        state._outer = s_current;
        s_current = state;
        return state;
    }

    public void Leave()
    {
        if (!ReferenceEquals(s_current, this))
        {
            return;
        }

        s_current = _outer;
        _outer?.Saw(OldestKey);
        OldestKey = ushort.MaxValue;
        _outer = null;
        _protector = null;
        _seen.Clear();
        s_spare = this;
    }

    public void Saw(ushort key) => OldestKey = Math.Min(OldestKey, key);

    /// <summary>AAD of the next value of a field. Counting keeps two values of one list from changing places.</summary>
    public ReadOnlySpan<byte> Next(string field) =>
        _aad.AsSpan(0, _recordLength + FieldAad.WriteField(_aad.AsSpan(_recordLength), field, CountUp(field)));

    private int CountUp(string field)
    {
        for (var i = 0; i < _seen.Count; i++)
        {
            if (_seen[i].Field == field)
            {
                var count = _seen[i].Count;
                _seen[i] = (field, count + 1);
                return count;
            }
        }

        _seen.Add((field, 1));
        return 0;
    }
}
