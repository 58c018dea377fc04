using NewCitizen.Agencies;
using NewCitizen.Audit;
using NewCitizen.Errors;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Testing.Conformance;

public partial class StoreConformance
{
    private static readonly string[] s_texts =
    [
        "", " ", "a", "a ", " a", "A", "á", "a\u0301", "Ａ", "ａ", "１", "1", "01", "1.0", "ß", "ss", "İ", "i", "I", "ı",
        "\0", "a\0", "a\0b", "a\0c", "\u0001", "\t\r\n", "'", "''", "\"", "\\", "%", "_", "a%", ";--", "NULL", "null",
        "张", "張", "张三", "张三丰", "买买提·吐尔逊", "买买提•吐尔逊", "龥", "\u9FFF", "㐀", "\U00020000", "\U0002A6DF", "\U0002A700", "\U0002B740", "\U0002B820",
        "\U0002CEB0", "\U00030000", "\U00031350", "\U0003134A", "\uE000", "\uFFFD", "\uFFFE", "\uFFFF", "\uFEFFa", "\U0001F600", "👨‍👩‍👧", "\uAC00", "\u1100\u1161",
        "\u200Bz", "z", "مرحبا", "ｶﾞ", "ガ", "ﬁ", "fi", "\U0010FFFF", "\uD7FF", "\uC800", "\uE800",
    ];

    /// <summary>Text comes back code point by code point: NUL, CJK extensions, combining forms, full width, quotes, white space.</summary>
    public virtual async Task Scenario_TextIsKeptExactlyAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < s_texts.Length; i++)
        {
            var sample = new Sample { Label = s_texts[i], Code = s_texts[i], Note = s_texts[i], State = s_texts[i], Tags = [s_texts[i]], Papers = [s_texts[i]] };
            await store.PutAsync(Kit.Id(i), sample);
            Expect.Record(await store.GetAsync(Kit.Id(i)), 1, sample.Fields, Kit.Body.Span, $"Text {i} of the kit");
        }

        await store.PutAsync(Kit.Id(s_texts.Length), new Sample { Tags = s_texts });
        Expect.Equal(s_texts.Length, (await store.GetAsync(Kit.Id(s_texts.Length)))!["tags"].AsMany().Count, "Texts in one set");
    }

    /// <summary>Text is equal only when every code point is: case, width, accents, trailing space and variants stay distinct.</summary>
    public virtual async Task Scenario_TextIsComparedOrdinallyAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < s_texts.Length; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample { Label = s_texts[i], Code = s_texts[i], State = s_texts[i], Tags = [s_texts[i]], Papers = [s_texts[i]] });
        }

        for (var i = 0; i < s_texts.Length; i++)
        {
            foreach (var field in new[] { "label", "code", "state", "tags", "papers" })
            {
                Expect.Sequence([Kit.Id(i)], await store.FindAsync(FieldFilter.Equal(field, FieldValue.Text(s_texts[i]))), $"Found by text {i} of the kit in '{field}'");
            }
        }
    }

    /// <summary>Text sorts by its UTF-8 bytes in orders, ranges and pages, whatever the culture or UTF-16 would say.</summary>
    public virtual async Task Scenario_TextSortsByUtf8BytesAsync()
    {
        await using var store = await OpenAsync();
        for (var i = 0; i < s_texts.Length; i++)
        {
            await store.PutAsync(Kit.Id(i), new Sample { Label = s_texts[i] });
        }

        var expected = s_texts.Select((text, i) => (Hex: Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(text)), Id: Kit.Id(i)))
            .OrderBy(pair => pair.Hex, StringComparer.Ordinal).Select(pair => pair.Id).ToList();
        Expect.Sequence(expected, Ids(await store.QueryAsync(orderBy: "label", limit: 7)), "Order of texts");
        Expect.Sequence(expected.AsEnumerable().Reverse(), Ids(await store.QueryAsync(orderBy: "label", descending: true, limit: 11)), "Order of texts, downwards");
        var middle = expected.Count / 2;
        var bound = (await store.GetAsync(expected[middle]))!["label"];
        Expect.Sequence(
            expected.Skip(middle), Ids(await store.QueryAsync([FieldFilter.Range("label", bound, FieldValue.Null)], "label")), "Texts from the middle one");
    }

    /// <summary>Null, the empty text, zero bytes and the empty set stay four different things.</summary>
    public virtual async Task Scenario_EmptyIsNotNullAsync()
    {
        await using var store = await OpenAsync();
        var empty = new Sample { Label = "", Code = "", Note = "", Blob = [], Blind = [], State = "", Tags = [], Papers = [], Counts = [], Days = [], Moments = [], Prints = [] };
        await store.MustCommitAsync(new WriteBatch(Kit.Teda)
            .Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Missing, empty.Fields, default)
            .Put(KitKinds.Every, Kit.Id(2), ExpectedVersion.Missing, new Sample { Tags = [""], Prints = [[]] }.Fields, Kit.Body));
        Expect.Record(await store.GetAsync(Kit.Id(1)), 1, empty.Fields, [], "Record of empty values");
        Expect.Record(await store.GetAsync(Kit.Id(2)), 1, new Sample { Tags = [""], Prints = [[]] }.Fields, Kit.Body.Span, "Record of nulls");
        Expect.Sequence([Kit.Id(1)], await store.FindAsync(FieldFilter.Equal("state", FieldValue.Text(""))), "Found by the empty text");
        Expect.Sequence([Kit.Id(2)], await store.FindAsync(FieldFilter.Equal("tags", FieldValue.Text(""))), "Found by the empty text in a set");
        Expect.Sequence([Kit.Id(1)], Ids(await store.QueryAsync(orderBy: "label")), "Ordered by a text that one record has");
        Expect.Sequence([Kit.Id(1)], Ids(await store.QueryAsync(orderBy: "blob")), "Ordered by bytes that one record has");
    }

    /// <summary>Numbers, dates and moments keep their full range: long.Min to long.Max, years 1 to 9999, milliseconds.</summary>
    public virtual async Task Scenario_LimitsOfTypesAreKeptAsync()
    {
        await using var store = await OpenAsync();
        long[] numbers = [long.MinValue, long.MinValue + 1, int.MinValue, -1, 0, 1, 1L << 53, (1L << 53) + 1, long.MaxValue - 1, long.MaxValue];
        LocalDate[] days = [new(1, 1, 1), new(4, 2, 29), new(1582, 10, 10), new(1900, 2, 28), new(1969, 12, 31), new(1970, 1, 1), new(2000, 2, 29), new(2026, 12, 31), new(9999, 12, 30), new(9999, 12, 31)];
        for (var i = 0; i < 10; i++)
        {
            var moment = days[i].AtStartOfDayInZone(DateTimeZone.Utc).ToInstant().Plus(Duration.FromMilliseconds((i * 111) - 1));
            var cut = moment.Plus(Duration.FromTicks(7));
            var sample = new Sample { Number = numbers[i], Seats = numbers[i], Counts = numbers[..(i + 1)], Day = days[i], Days = days[..(i + 1)], Moment = i == 0 ? Kit.Morning : cut, Moments = [moment] };
            if (i == 0)
            {
                sample = sample with { Moments = [Instant.FromUnixTimeMilliseconds(-62135596800000), Instant.FromUnixTimeMilliseconds(253402300799999)] };
            }

            await store.PutAsync(Kit.Id(i), sample);
            Expect.Record(await store.GetAsync(Kit.Id(i)), 1, sample.Fields, Kit.Body.Span, $"Limits {i} of the kit");
        }

        var inOrder = Enumerable.Range(0, 10).Select(Kit.Id).ToList();
        Expect.Sequence(inOrder, Ids(await store.QueryAsync(orderBy: "number", limit: 3)), "Order of numbers");
        Expect.Sequence(inOrder, Ids(await store.QueryAsync(orderBy: "day", limit: 3)), "Order of dates");
        Expect.Sequence([Kit.Id(6)], await store.FindAsync(FieldFilter.Equal("number", FieldValue.Integer(1L << 53))), "Found by 2^53, not by 2^53+1");
    }

    /// <summary>Bytes are kept and sorted as unsigned bytes, shorter before longer.</summary>
    public virtual async Task Scenario_BytesAreKeptAndSortedAsync()
    {
        await using var store = await OpenAsync();
        byte[][] blobs = [[], [0], [0, 0], [0, 255], [1], [127], [128], [128, 0], [255], [255, 255], [.. Enumerable.Range(0, 256).Select(b => (byte)b)]];
        for (var i = 0; i < blobs.Length; i++)
        {
            var sample = new Sample { Blob = blobs[i], Blind = blobs[i], Prints = [blobs[i]] };
            await store.PutAsync(Kit.Id(i), sample);
            Expect.Record(await store.GetAsync(Kit.Id(i)), 1, sample.Fields, Kit.Body.Span, $"Bytes {i} of the kit");
        }

        var expected = blobs.Select((blob, i) => (Hex: Convert.ToHexString(blob), Id: Kit.Id(i))).OrderBy(pair => pair.Hex, StringComparer.Ordinal).Select(pair => pair.Id);
        Expect.Sequence(expected, Ids(await store.QueryAsync(orderBy: "blob", limit: 2)), "Order of bytes");
    }

    /// <summary>A body of 1 MiB and a text field of 64 KiB come back whole; a body need not be printable.</summary>
    public virtual async Task Scenario_LongBodyIsKeptAsync()
    {
        await using var store = await OpenAsync();
        var body = new byte[1024 * 1024];
        for (var i = 0; i < body.Length; i++)
        {
            body[i] = (byte)(i ^ (i >> 8));
        }

        var sample = new Sample { Note = new string('市', 20_000) + "\U00020000", State = "long" };
        await store.MustCommitAsync(new WriteBatch(Kit.Teda).Put(KitKinds.Every, Kit.Id(1), ExpectedVersion.Any, sample.Fields, body));
        Expect.Record(await store.GetAsync(Kit.Id(1)), 1, sample.Fields, body, "Long record");
        var found = await store.QueryAsync([FieldFilter.Equal("state", FieldValue.Text("long"))]);
        Expect.Record(found.SingleOrDefault(), 1, sample.Fields, body, "Long record, queried");
    }
}
