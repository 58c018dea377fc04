using System.Globalization;
using NewCitizen.Agencies;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

/// <summary>One random step of the model test: made from its seed alone, so that steps can be left out and run again.</summary>
internal sealed class ModelStep(ulong seed, int number)
{
    private static readonly AgencyId[] s_agencies = [Kit.Teda, Kit.Hangu];
    private static readonly string[] s_codes = ["A", "a", "B", "", "\0", "中", "\U00020000"];
    private static readonly string[] s_orders = ["label", "number", "day", "moment", "blob"];

    /// <summary>What the step does. A seed of the first releases stays a query or a batch, or becomes one of the rarer calls.</summary>
    public ModelCall Call => Numbers().OneIn(3) ? ModelCall.Query : new SeededNumbers(seed ^ 0x5DEE_CE66).Below(16) switch
    {
        0 => ModelCall.Load,
        1 => ModelCall.Purge,
        2 => ModelCall.Trim,
        3 => ModelCall.Forget,
        _ => ModelCall.Batch,
    };

    /// <summary>The batch; the versions found in <paramref name="oracle"/> make most expectations fit.</summary>
    public async Task<WriteBatch> BatchAsync(StoreUnderTest oracle)
    {
        var numbers = Numbers();
        numbers.Next();
        var agency = numbers.Pick(s_agencies);
        var request = numbers.OneIn(4) ? Kit.Request("k" + Kit.Text(numbers.Below(6)), Kit.Text(numbers.Below(2))) : null;
        var batch = new WriteBatch(agency, request);
        for (var count = 1 + numbers.Below(4); count > 0; count--)
        {
            var kind = numbers.OneIn(4) ? KitKinds.Other : KitKinds.Every;
            var id = Kit.Id(numbers.Below(6) - 2);
            var found = (await oracle.GetAsync(id, agency, kind).ConfigureAwait(false))?.Version;
            var expected = numbers.Below(8) switch
            {
                0 => ExpectedVersion.Exists,
                1 => ExpectedVersion.Missing,
                2 => ExpectedVersion.Exactly(1 + numbers.Below(4)),
                3 or 4 => ExpectedVersion.Any,
                _ => found is { } version ? ExpectedVersion.Exactly(version) : ExpectedVersion.Missing,
            };
            switch (numbers.Below(7))
            {
                case 0: batch.Delete(kind, id, expected == ExpectedVersion.Missing ? ExpectedVersion.Any : expected); break;
                case 1: batch.Check(kind, id, expected); break;
                case 2: batch.Increment(kind, id, "number", numbers.Below(7) - 3, -4, 6); break;
                default: batch.Put(kind, id, expected, Fields(kind, numbers), Kit.Body[..numbers.Below(Kit.Body.Length)]); break;
            }
        }

        if (numbers.OneIn(3))
        {
            batch.Emit(new DomainEvent("kit.model", new RecordKey(agency, KitKinds.Every, Kit.Id(1)), default));
        }

        if (numbers.OneIn(3))
        {
            batch.AddAudit(Kit.Audit(Kit.Text(number), agency));
        }

        return batch;
    }

    /// <summary>What to load: records of any version, and now and then a tombstone.</summary>
    public (BulkMode Mode, IReadOnlyList<StoredRecord> Records) Load()
    {
        var numbers = Numbers();
        var mode = numbers.OneIn(2) ? BulkMode.InsertOnly : BulkMode.Upsert;
        return (mode, [.. Enumerable.Range(0, 1 + numbers.Below(5)).Select(_ => Given(numbers))]);
    }

    /// <summary>What to purge: everything below a bound.</summary>
    public PurgeRequest Purge()
    {
        var numbers = Numbers();
        return new PurgeRequest(numbers.Pick(s_agencies), KitKinds.Every, "number", FieldValue.Integer(numbers.Below(9) - 5), RecordQuery.MaxLimit);
    }

    /// <summary>The query.</summary>
    public RecordQuery Query()
    {
        var numbers = Numbers();
        numbers.Next();
        FieldFilter[] filters =
        [
            FieldFilter.Equal("code", FieldValue.Text(numbers.Pick(s_codes))),
            FieldFilter.In("tags", FieldValue.Text(numbers.Pick(s_codes)), FieldValue.Text(numbers.Pick(s_codes))),
            FieldFilter.Equal("counts", FieldValue.Integer(numbers.Below(4))),
            FieldFilter.Range("number", numbers.OneIn(3) ? FieldValue.Null : FieldValue.Integer(numbers.Below(9) - 4), numbers.OneIn(3) ? FieldValue.Null : FieldValue.Integer(numbers.Below(9) - 2)),
            FieldFilter.Range("label", FieldValue.Text(numbers.Pick(s_codes)), FieldValue.Null),
            FieldFilter.Equal("papers", FieldValue.Text(numbers.Pick(s_codes))),
        ];
        return new RecordQuery(
            numbers.Pick(s_agencies),
            KitKinds.Every,
            numbers.OneIn(3) ? [] : numbers.OneIn(4) ? [numbers.Pick(filters), numbers.Pick(filters)] : [numbers.Pick(filters)],
            numbers.OneIn(3) ? null : numbers.Pick(s_orders),
            numbers.OneIn(2),
            limit: 1 + numbers.Below(4));
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"#{number} {Call.ToString().ToLowerInvariant()} (seed {seed})");

    private static StoredRecord Given(SeededNumbers numbers)
    {
        var kind = numbers.OneIn(4) ? KitKinds.Other : KitKinds.Every;
        var key = new RecordKey(numbers.Pick(s_agencies), kind, Kit.Id(numbers.Below(6) - 2));
        var version = 1 + numbers.Below(8);
        return numbers.OneIn(5) ? StoredRecord.Tombstone(key, version) : new StoredRecord(key, version, Fields(kind, numbers), Kit.Body[..numbers.Below(Kit.Body.Length)]);
    }

    private static IReadOnlyList<FieldValue> Fields(RecordKind kind, SeededNumbers numbers)
    {
        string? Code() => numbers.OneIn(2) ? null : numbers.Pick(s_codes);
        string[]? Codes() => numbers.OneIn(3) ? null : [.. Enumerable.Range(0, numbers.Below(3)).Select(_ => numbers.Pick(s_codes))];
        var number = numbers.OneIn(4) ? (long?)null : numbers.Below(9) - 4;
        return kind == KitKinds.Other
            ? Sample.OfOther(Code(), number)
            : new Sample
            {
                Label = Code(),
                Code = numbers.OneIn(2) ? Code() : null,
                Number = number,
                Day = numbers.OneIn(3) ? null : new LocalDate(2026, 2, 27).PlusDays(numbers.Below(4)),
                Moment = numbers.OneIn(3) ? null : Kit.Morning.Plus(Duration.FromMilliseconds(numbers.Below(3))),
                Blob = numbers.OneIn(3) ? null : new byte[numbers.Below(3)],
                State = Code(),
                Tags = Codes(),
                Papers = numbers.OneIn(2) ? Codes() : null,
                Counts = numbers.OneIn(2) ? null : [numbers.Below(4), numbers.Below(4)],
            }.Fields;
    }

    private SeededNumbers Numbers() => new(seed);
}
