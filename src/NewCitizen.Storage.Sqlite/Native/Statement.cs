using System.Buffers;
using System.Text;
using NewCitizen.Agencies;
using SQLitePCL;

namespace NewCitizen.Storage.Sqlite.Native;

/// <summary>One prepared statement. Places count from 1, columns from 0, as SQLite counts them.</summary>
internal sealed class Statement(Database database, sqlite3_stmt handle) : IDisposable
{
    private const int SmallText = 64;

    public Statement Bind(int place, long value)
    {
        database.Check(raw.sqlite3_bind_int64(handle, place, value));
        return this;
    }

    public Statement Bind(int place, AgencyId agency) => Bind(place, agency.Value);

    /// <summary>Ids are kept big-endian, so that bytes sort as ids do.</summary>
    public Statement Bind(int place, Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        database.Check(raw.sqlite3_bind_blob(handle, place, bytes));
        return this;
    }

    public Statement Bind(int place, string? text)
    {
        if (text is null)
        {
            return BindNull(place);
        }

        if (text.Length <= SmallText)
        {
            Span<byte> small = stackalloc byte[SmallText * 3];
            return BindUtf8(place, small[..Encoding.UTF8.GetBytes(text, small)]);
        }

        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return BindUtf8(place, rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    /// <summary>Binds text by its bytes and their number, so that NULs inside it survive.</summary>
    public Statement BindUtf8(int place, ReadOnlySpan<byte> text)
    {
        // An empty span has no address, which SQLite would take for null.
        database.Check(text.IsEmpty ? raw.sqlite3_bind_text(handle, place, string.Empty) : raw.sqlite3_bind_text(handle, place, text));
        return this;
    }

    public Statement Bind(int place, ReadOnlySpan<byte> bytes)
    {
        database.Check(bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, place, 0) : raw.sqlite3_bind_blob(handle, place, bytes));
        return this;
    }

    public Statement BindNull(int place)
    {
        database.Check(raw.sqlite3_bind_null(handle, place));
        return this;
    }

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(handle);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => false,
            _ => throw database.Failure(code),
        };
    }

    /// <summary>Runs to the end and makes ready for the next time.</summary>
    public void Run()
    {
        try
        {
            while (Step())
            {
            }
        }
        finally
        {
            Clear();
        }
    }

    /// <summary>Runs to the end; false if a key or unique value is taken, in which case nothing was written.</summary>
    public bool TryRun()
    {
        try
        {
            var code = raw.sqlite3_step(handle);
            return code switch
            {
                raw.SQLITE_DONE => true,
                raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY => false,
                _ => throw database.Failure(code),
            };
        }
        finally
        {
            Clear();
        }
    }

    /// <summary>Makes ready for the next time; what is bound stays.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(handle, column);

    /// <summary>Bytes of a blob or text; valid until the next step.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public Guid Id(int column) => new(Bytes(column), bigEndian: true);

    public void Dispose() => handle.Dispose();

    private void Clear()
    {
        raw.sqlite3_reset(handle);
        raw.sqlite3_clear_bindings(handle);
    }
}
