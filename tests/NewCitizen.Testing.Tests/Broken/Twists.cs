using System.Collections.Concurrent;
using NewCitizen.Audit;
using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.InMemory;
using NodaTime;

namespace NewCitizen.Testing.Tests.Broken;

/// <summary>One mistake each, as a store author might make it.</summary>
internal static class Twists
{
    private static readonly Instant s_never = Instant.FromUtc(9999, 1, 1, 0, 0);

    public static Twisted ExistsIsAny() => Rewriting((copy, operation) =>
        operation is PutOperation put && put.Expected == ExpectedVersion.Exists && Done(copy.Put(put.Key.Kind, put.Key.Id, ExpectedVersion.Any, put.Fields, put.Body)));

    public static Twisted SkipsChecks() => Rewriting((copy, operation) =>
        operation is CheckOperation && Done(copy.Check(operation.Key.Kind, operation.Key.Id, ExpectedVersion.Any)));

    public static Twisted BuriesWhatNeverWas() => Rewriting((copy, operation) =>
        operation is DeleteOperation && operation.Expected == ExpectedVersion.Any
        && Done(copy.Put(operation.Key.Kind, operation.Key.Id, ExpectedVersion.Any, Nothing(operation.Key.Kind), default).Delete(operation.Key.Kind, operation.Key.Id, ExpectedVersion.Any)));

    public static Twisted DeletesInEveryKind() => Rewriting((copy, operation) => operation is DeleteOperation
        && Done(copy.Delete(operation.Key.Kind, operation.Key.Id, operation.Expected).Delete(operation.Key.Kind == KitKinds.Every ? KitKinds.Other : KitKinds.Every, operation.Key.Id, ExpectedVersion.Any)));

    public static Twisted CutsBodies() => Rewriting((copy, operation) =>
        operation is PutOperation { Body.Length: > 65_536 } put && Done(copy.Put(put.Key.Kind, put.Key.Id, put.Expected, put.Fields, put.Body[..65_536])));

    public static Twisted LowerCaseKeys() => new()
    {
        Commit = (inner, batch, token) => inner.CommitAsync(
            Rebuilt.Batch(batch, key: key => key is null ? null : new RequestKey(key.Value.ToLowerInvariant(), key.Digest.ToArray())), token),
    };

    public static Twisted IgnoresEmptyBatches() => new()
    {
        Commit = (inner, batch, token) => batch.Operations.Count == 0
            ? ValueTask.FromResult(CommitResult.Committed([], [], FeedPosition.Start))
            : inner.CommitAsync(batch, token),
    };

    /// <summary>Also what makes a retry a conflict: the version has moved on since the first try.</summary>
    public static Twisted DecidesOnWhatWas() => new()
    {
        Commit = async (inner, batch, token) =>
        {
            for (var i = 0; i < batch.Operations.Count; i++)
            {
                var found = (await inner.GetAsync(batch.Operations[i].Key, token))?.Version;
                if (!batch.Operations[i].Expected.Accepts(found))
                {
                    return CommitResult.Conflict(i, found);
                }
            }

            return await inner.CommitAsync(batch, token);
        },
    };

    public static Twisted IncrementCreates() => new()
    {
        Commit = async (inner, batch, token) =>
        {
            if (batch.Operations is [IncrementOperation increment] && await inner.GetAsync(increment.Key, token) is null)
            {
                await inner.CommitAsync(new WriteBatch(batch.Agency).Put(increment.Key.Kind, increment.Key.Id, ExpectedVersion.Any, Nothing(increment.Key.Kind), default), token);
            }

            return await inner.CommitAsync(batch, token);
        },
    };

    public static Twisted NullIsOneValue() => new()
    {
        Commit = async (inner, batch, token) =>
        {
            for (var i = 0; i < batch.Operations.Count; i++)
            {
                if (batch.Operations[i] is PutOperation put && put.Fields[put.Key.Kind.PositionOf("code")].IsNull)
                {
                    var all = await inner.QueryAsync(new RecordQuery(batch.Agency, put.Key.Kind, limit: 1000), token);
                    if (all.Records.FirstOrDefault(record => record.Key.Id != put.Key.Id && record["code"].IsNull) is { } holder)
                    {
                        return CommitResult.NotUnique(i, "code", holder.Key.Id);
                    }
                }
            }

            return await inner.CommitAsync(batch, token);
        },
    };

    public static Twisted NeverFreesValues()
    {
        var holders = new ConcurrentDictionary<(string, string, string), Guid>();
        return new()
        {
            Commit = async (inner, batch, token) =>
            {
                for (var i = 0; i < batch.Operations.Count; i++)
                {
                    if (batch.Operations[i] is PutOperation put && put.Fields[put.Key.Kind.PositionOf("code")] is { IsNull: false } code
                        && holders.GetOrAdd((batch.Agency.Value, put.Key.Kind.Name, code.AsText()), put.Key.Id) is var holder && holder != put.Key.Id)
                    {
                        return CommitResult.NotUnique(i, "code", holder);
                    }
                }

                return await inner.CommitAsync(batch, token);
            },
        };
    }

    public static Twisted UsesUpRefusedKeys()
    {
        var refused = new ConcurrentDictionary<(string, string), CommitResult>();
        return new()
        {
            Commit = async (inner, batch, token) =>
            {
                var place = (batch.Agency.Value, batch.RequestKey?.Value ?? string.Empty);
                if (batch.RequestKey is not null && refused.TryGetValue(place, out var earlier))
                {
                    return earlier;
                }

                var result = await inner.CommitAsync(batch, token);
                return result.IsDurable || batch.RequestKey is null ? result : refused[place] = result;
            },
        };
    }

    public static Twisted ReportsFailuresAsCommitted() => new()
    {
        Commit = async (inner, batch, token) =>
        {
            try
            {
                return await inner.CommitAsync(batch, token);
            }
            catch (StoreUnavailableException)
            {
                return CommitResult.Committed([.. batch.Operations.Select(_ => 1L)], [.. batch.Operations.Select(_ => 0L)], FeedPosition.Start);
            }
        },
    };

    public static Twisted ReportsCommittedAsUnavailable()
    {
        var tried = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        return new()
        {
            Commit = async (inner, batch, token) =>
            {
                var first = batch.RequestKey is { } key && tried.TryAdd(key.Value, true);
                var result = await inner.CommitAsync(batch, token);
                return first ? throw new StoreUnavailableException(StorageErrors.Unavailable) : result;
            },
        };
    }

    public static Twisted IdsInDotNetOrder() => new()
    {
        Query = async (inner, query, token) => query.OrderBy is not null
            ? await inner.QueryAsync(query, token)
            : Page(query, (await inner.QueryAsync(All(query), token)).Records.OrderBy(record => Convert.ToHexString(record.Key.Id.ToByteArray()), StringComparer.Ordinal)),
    };

    public static Twisted ConditionsOnTheFirstPageOnly() => Asking(query => new RecordQuery(
        query.Agency, query.Kind, query.After is null ? query.Where : [], query.OrderBy, query.Descending, query.Limit, query.After));

    public static Twisted FirstConditionOnly() => Asking(query => new RecordQuery(
        query.Agency, query.Kind, [.. query.Where.Take(1)], query.OrderBy, query.Descending, query.Limit, query.After));

    public static Twisted FirstValueOnly() => Asking(query => new RecordQuery(
        query.Agency, query.Kind, [.. query.Where.Select(filter => filter.IsRange ? filter : FieldFilter.Equal(filter.Field, filter.AnyOf[0]))], query.OrderBy, query.Descending, query.Limit, query.After));

    public static Twisted FullPagesHaveNext() => new()
    {
        Query = async (inner, query, token) =>
        {
            var page = await inner.QueryAsync(query, token);
            return page.Records.Count < query.Limit ? page
                : page with { Next = new QueryCursor(query.OrderBy is null ? FieldValue.Null : page.Records[^1][query.OrderBy], page.Records[^1].Key.Id) };
        },
    };

    public static Twisted CursorNeedsItsRecord() => new()
    {
        Query = async (inner, query, token) => query.After is { } after && await inner.GetAsync(new RecordKey(query.Agency, query.Kind, after.Id), token) is null
            ? new RecordPage([], null)
            : await inner.QueryAsync(query, token),
    };

    public static Twisted RepeatsTheLastEntry() => new()
    {
        Feed = (inner, agency, after, limit) => inner.ReadChangesAsync(agency, after with { Sequence = after.Sequence / 2 * 2 }, limit, CancellationToken.None),
    };

    public static Twisted FeedWithoutDeletes() => new()
    {
        Feed = async (inner, agency, after, limit) =>
        {
            var page = await inner.ReadChangesAsync(agency, after, limit, CancellationToken.None);
            return page with { Entries = [.. page.Entries.Where(entry => entry.Type != ChangeType.Deleted)] };
        },
    };

    public static Twisted IgnoresEpochs() => new()
    {
        Feed = (inner, agency, after, limit) => inner.ReadChangesAsync(agency, new FeedPosition(0, after.Sequence), limit, CancellationToken.None),
    };

    public static Twisted TakesAnyLimit() => new()
    {
        Feed = (inner, agency, after, limit) => inner.ReadChangesAsync(agency, after, Math.Clamp(limit, 1, 10_000), CancellationToken.None),
    };

    public static Twisted JumpsInTheTrail() => new()
    {
        Trail = async (inner, agency, after, limit) =>
        {
            var page = await inner.ReadAuditAsync(agency, after, limit, CancellationToken.None);
            return page.Entries.Count < limit ? page : page with { Position = new FeedPosition(page.Position.Epoch, page.Position.Sequence + 1) };
        },
    };

    public static Twisted TrailOfEverybody() => new() { Trail = (inner, _, after, limit) => inner.ReadAuditAsync(null, after, limit, CancellationToken.None) };

    public static Twisted CountsVersionsItself() => new() { Load = (inner, records, mode, audit, token) => inner.LoadAsync(records.Select(record => record with { Version = 1 }), mode, audit, token) };

    public static Twisted NeverReplaces() => new() { Load = (inner, records, _, audit, token) => inner.LoadAsync(records, BulkMode.InsertOnly, audit, token) };

    public static Twisted LoadsOnWhenStopped() => new() { Load = (inner, records, mode, audit, _) => inner.LoadAsync(records, mode, audit, CancellationToken.None) };

    public static Twisted AccountsForNothing() => new()
    {
        Load = async (inner, records, mode, audit, token) =>
        {
            var result = await inner.LoadAsync(records, mode, audit, token);
            if (result.Loaded == 0 && audit([]) is { } entry)
            {
                await inner.CommitAsync(new WriteBatch(entry.Agency).AddAudit(entry), token);
            }

            return result;
        },
    };

    public static Twisted LoadsOneByOne() => new()
    {
        Load = async (inner, records, mode, audit, token) =>
        {
            var (loaded, refused) = (0L, new List<BulkRefusal>());
            await foreach (var record in records.WithCancellation(token))
            {
                var one = await inner.LoadAsync(new[] { record }.ToAsyncEnumerable(), mode, audit, token);
                loaded += one.Loaded;
                refused.AddRange(one.Refused);
            }

            return new BulkResult(loaded, refused);
        },
    };

    /// <summary>Looks which records are there and replaces the others afterwards.</summary>
    public static Twisted LooksBeforeLoading() => new()
    {
        Commit = async (inner, batch, token) =>
        {
            await Task.Delay(1, token);
            return await inner.CommitAsync(batch, token);
        },
        Load = async (inner, records, _, audit, token) =>
        {
            var missing = new List<StoredRecord>();
            await foreach (var record in records.WithCancellation(token))
            {
                if (await inner.GetAsync(record.Key, token) is null)
                {
                    missing.Add(record);
                }
            }

            await Task.Delay(40, token);
            return await inner.LoadAsync(missing.ToAsyncEnumerable(), BulkMode.Upsert, audit, token);
        },
    };

    public static Twisted PurgesByClearing() => new()
    {
        Purge = async (inner, request, audit, token) =>
        {
            var ended = await inner.QueryAsync(new RecordQuery(request.Agency, request.Kind, [FieldFilter.Range(request.Field, FieldValue.Null, request.Before)], request.Field, limit: request.Limit), token);
            var batch = new WriteBatch(request.Agency);
            foreach (var record in ended.Records)
            {
                batch.Put(request.Kind, record.Key.Id, ExpectedVersion.Exists, Nothing(request.Kind), default);
            }

            await inner.CommitAsync(ended.Records.Count > 0 ? batch.AddAudit(audit(ended.Records.Count)) : batch, token);
            return [.. ended.Records.Select(record => record.Key.Id)];
        },
    };

    public static Twisted PurgesOneByOne() => new()
    {
        Purge = async (inner, request, audit, token) =>
        {
            var ids = new List<Guid>();
            while (ids.Count < request.Limit && await inner.PurgeAsync(request with { Limit = 1 }, audit, token) is [var id])
            {
                ids.Add(id);
            }

            return ids;
        },
    };

    public static Twisted PurgesAnything() => new()
    {
        Purge = async (inner, request, audit, token) => request.Before.IsNull ? [] : await inner.PurgeAsync(request with { Limit = Math.Clamp(request.Limit, 1, 1000) }, audit, token),
    };

    public static Twisted ForgetsAllKeys() => new() { Forget = (inner, _) => inner.ForgetRequestKeysAsync(s_never, CancellationToken.None) };

    public static Twisted CountsTombstones() => new() { Check = check => check with { Records = check.Records + 1 } };

    public static Twisted PreparesOnce()
    {
        var prepared = 0;
        return new()
        {
            Prepare = inner => Interlocked.Increment(ref prepared) == 1
                ? inner.PrepareAsync(SchemaMode.Create, CancellationToken.None)
                : ValueTask.FromResult(new SchemaReport([], ["0001_again"], [])),
        };
    }

    public static Twisted NamesScriptsTwice() => new() { Named = [new("0001_one", "one"), new("0001_one", "two")] };

    public static Twisted SmallBatches() => new() { Claim = claims => claims with { MaxBatchOperations = 50 } };

    /// <summary>Versions start again behind a purge, as after a plain DELETE.</summary>
    public static BrokenStore PurgesWithoutTombstones() => new ForgetsPurged();

    private static Twisted Rewriting(Func<WriteBatch, WriteOperation, bool> replace) => new()
    {
        Commit = (inner, batch, token) => inner.CommitAsync(Rebuilt.Batch(batch, replace: replace), token),
    };

    private static Twisted Asking(Func<RecordQuery, RecordQuery> change) => new() { Query = (inner, query, token) => inner.QueryAsync(change(query), token) };

    private static RecordQuery All(RecordQuery query) => new(query.Agency, query.Kind, query.Where, limit: RecordQuery.MaxLimit);

    private static RecordPage Page(RecordQuery query, IEnumerable<StoredRecord> sorted)
    {
        var all = query.Descending ? sorted.Reverse().ToList() : sorted.ToList();
        var rest = all.Skip(query.After is { } after ? all.FindIndex(record => record.Key.Id == after.Id) + 1 : 0).ToList();
        var rows = rest.Take(query.Limit).ToList();
        return new RecordPage(rows, rest.Count > rows.Count ? new QueryCursor(FieldValue.Null, rows[^1].Key.Id) : null);
    }

    private static FieldValue[] Nothing(RecordKind kind) => [.. kind.Fields.Select(_ => FieldValue.Null)];

    private static bool Done(WriteBatch batch) => batch is not null;
}
