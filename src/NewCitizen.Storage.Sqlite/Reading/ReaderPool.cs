using Microsoft.Data.Sqlite;
using NewCitizen.Storage.Sqlite.Native;

namespace NewCitizen.Storage.Sqlite.Reading;

/// <summary>
/// Connections that read. Each read sees every commit acknowledged before it began and holds up no writer (write-ahead log).
/// SQLite reads from its cache or the file's; waiting for a thread switch would cost more than the read.
/// </summary>
internal sealed class ReaderPool(StoreFile file, int kinds, int size) : IDisposable
{
    private readonly SemaphoreSlim _free = new(size, size);
    private readonly Stack<Reader> _idle = new(size);
    private readonly Lock _gate = new();
    private bool _closed;

    /// <summary>Runs a read as soon as a connection is free.</summary>
    public ValueTask<T> ReadAsync<TState, T>(TState state, Func<Reader, TState, T> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _free.Wait(0, CancellationToken.None) ? new(Read(state, read)) : WaitAsync(state, read, cancellationToken);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _closed = true;
            while (_idle.TryPop(out var reader))
            {
                reader.Dispose();
            }
        }
    }

    private async ValueTask<T> WaitAsync<TState, T>(TState state, Func<Reader, TState, T> read, CancellationToken cancellationToken)
    {
        await _free.WaitAsync(cancellationToken).ConfigureAwait(false);
        return Read(state, read);
    }

    private T Read<TState, T>(TState state, Func<Reader, TState, T> read)
    {
        Reader? reader = null;
        try
        {
            reader = Take();
            return read(reader, state);
        }
        catch (SqliteException failure)
        {
            throw StoreFailures.ToStore(failure);
        }
        finally
        {
            Return(reader);
            _free.Release();
        }
    }

    private Reader Take()
    {
        lock (_gate)
        {
            if (_closed)
            {
                throw new StoreUnavailableException(StorageErrors.Unavailable);
            }

            if (_idle.TryPop(out var reader))
            {
                return reader;
            }
        }

        return new(file.OpenReader(), kinds);
    }

    private void Return(Reader? reader)
    {
        if (reader is null)
        {
            return;
        }

        lock (_gate)
        {
            if (!_closed)
            {
                _idle.Push(reader);
                return;
            }
        }

        reader.Dispose();
    }
}
