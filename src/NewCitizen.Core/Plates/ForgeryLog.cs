using NodaTime;

namespace NewCitizen.Plates;

/// <summary>How many audit rows about forgeries may still be written; what is beyond is counted and told with the next row.</summary>
internal sealed class ForgeryLog
{
    private readonly Lock _lock = new();
    private Instant _minute;
    private int _written;
    private long _suppressed;

    /// <summary>Whether a row may be written now, and how many were left out since the last one.</summary>
    public bool TryTake(Instant now, int perMinute, out long suppressed)
    {
        lock (_lock)
        {
            if (now - _minute >= Duration.FromMinutes(1) || now < _minute)
            {
                (_minute, _written) = (now, 0);
            }

            if (_written >= perMinute)
            {
                _suppressed++;
                suppressed = 0;
                return false;
            }

            _written++;
            (suppressed, _suppressed) = (_suppressed, 0);
            return true;
        }
    }
}
