using Microsoft.Data.Sqlite;
using NewCitizen.Storage.Sqlite.Native;
using SQLitePCL;

namespace NewCitizen.Storage.Sqlite.Tests.Native;

public sealed class StoreFailuresTests
{
    [Theory]
    [InlineData(raw.SQLITE_FULL, 3009, 3009)]
    [InlineData(raw.SQLITE_NOTADB, 3007, 3007)]
    [InlineData(raw.SQLITE_CORRUPT, 3010, 3007)]
    [InlineData(raw.SQLITE_CANTOPEN, 3010, 3010)]
    [InlineData(raw.SQLITE_READONLY, 3010, 3010)]
    [InlineData(raw.SQLITE_BUSY, 3010, 3010)]
    [InlineData(raw.SQLITE_IOERR, 3010, 3010)]
    public void ToStore_AnyFailure_HasItsCode(int code, int later, int atOpen)
    {
        var failure = new SqliteException("x", code);
        Assert.Equal((later, atOpen), (StoreFailures.ToStore(failure).Code.Number, StoreFailures.ToStoreAtOpen(failure).Code.Number));
    }

    [Theory]
    [InlineData(raw.SQLITE_FULL, true)]
    [InlineData(raw.SQLITE_BUSY, true)]
    [InlineData(raw.SQLITE_IOERR, false)]
    public void IsCertainlyUndone_FailedSync_IsNot(int code, bool certain) =>
        Assert.Equal(certain, StoreFailures.IsCertainlyUndone(new SqliteException("x", code)));
}
