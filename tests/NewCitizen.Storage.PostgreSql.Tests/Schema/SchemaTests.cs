using NewCitizen.Errors;

namespace NewCitizen.Storage.PostgreSql.Tests.Schema;

public sealed class SchemaTests
{
    [SkippableTheory]
    [InlineData("UPDATE {s}.store_info SET value = 2 WHERE name = 'min_reader'", "NC3006", "")]
    [InlineData("DROP FUNCTION {s}.begin_batch", "NC3005", "function begin_batch of 5")]
    [InlineData("ALTER TABLE {s}.thing ADD COLUMN note text", "NC3005", "column thing.note text was made by hand")]
    [InlineData("ALTER TABLE {s}.thing DROP COLUMN seats", "NC3005", "column thing.seats bigint is gone")]
    [InlineData("DROP INDEX {s}.thing__code", "NC3005", "index thing__code unique on thing is gone")]
    [InlineData("DROP TABLE {s}.thing__tags", "NC3005", "table thing__tags secured is gone")]
    [InlineData("UPDATE {s}.schema_script SET checksum = 'x' WHERE name = '0001_foundation'", "NC3005", "0001_foundation is another one")]
    public async Task Prepare_OfASchemaChangedByHand_SaysWhat(string change, string code, string text)
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await place.OpenAsync();
        await place.RunAsync(change);
        foreach (var mode in new[] { SchemaMode.Validate, SchemaMode.Create })
        {
            var refused = await Assert.ThrowsAsync<NewCitizenException>(async () => await place.Store().PrepareAsync(mode, CancellationToken.None));
            Assert.Equal(code, refused.Code.ToString());
            Assert.Contains(text, refused.Message, StringComparison.Ordinal);
        }
    }

    [SkippableFact]
    public async Task Scripts_RunByHand_MakeAStoreThatValidates()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = place.Store();
        foreach (var script in store.Scripts)
        {
            await place.RunAsync(script.Text);
        }

        Assert.True((await store.PrepareAsync(SchemaMode.Validate, CancellationToken.None)).IsCurrent);
        Assert.True((await store.CommitAsync(PostgreSqlPlace.Put(1), CancellationToken.None)).IsDurable);
    }

    [SkippableFact]
    public async Task NewField_BesideAnOlderProgram_BothGoOn()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var old = await place.OpenAsync();
        Assert.True((await old.CommitAsync(PostgreSqlPlace.Put(1, "a"), CancellationToken.None)).IsDurable);
        var wider = new RecordKind(
            "thing",
            "A thing of a test.",
            [.. PostgreSqlPlace.Kind.Fields, new("phones", FieldType.Bytes, "New set.", Multiple: true)],
            [.. PostgreSqlPlace.Kind.Indexes, new("phones", IndexType.Unique), new("seats", IndexType.Ordered)]);
        await using var store = await place.OpenAsync(null, wider);
        var put = new WriteBatch(PostgreSqlPlace.Teda).Put(
            wider, PostgreSqlPlace.Id(1), ExpectedVersion.Exactly(1), [.. PostgreSqlPlace.Fields("a", 2), FieldValue.Many(FieldValue.Bytes([7]))], "{}"u8.ToArray());
        Assert.Equal(2, (await store.CommitAsync(put, CancellationToken.None)).Versions[0]);

        // The older program does not know the set, writes the rest, and leaves the set as it is.
        var again = new WriteBatch(PostgreSqlPlace.Teda).Put(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(1), ExpectedVersion.Exactly(2), PostgreSqlPlace.Fields("b", 3), "{}"u8.ToArray());
        Assert.Equal(3, (await old.CommitAsync(again, CancellationToken.None)).Versions[0]);
        var found = await store.QueryAsync(new RecordQuery(PostgreSqlPlace.Teda, wider, [FieldFilter.Equal("phones", FieldValue.Bytes([7]))]), CancellationToken.None);
        Assert.Equal("b", Assert.Single(found.Records)["code"].AsText());
        Assert.Empty((await store.CheckAsync(CancellationToken.None)).Problems);
    }

    [SkippableFact]
    public async Task NewUniqueIndex_OverEqualValues_IsRefusedAndChangesNothing()
    {
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync();
        for (var i = 1; i <= 2; i++)
        {
            var batch = new WriteBatch(PostgreSqlPlace.Teda).Put(PostgreSqlPlace.Kind, PostgreSqlPlace.Id(i), ExpectedVersion.Missing, PostgreSqlPlace.Fields(null, 5), "{}"u8.ToArray());
            Assert.True((await store.CommitAsync(batch, CancellationToken.None)).IsDurable);
        }

        var stricter = new RecordKind("thing", "A thing of a test.", PostgreSqlPlace.Kind.Fields, [.. PostgreSqlPlace.Kind.Indexes, new("seats", IndexType.Unique)]);
        var refused = await Assert.ThrowsAsync<NewCitizenException>(() => place.OpenAsync(null, stricter));
        Assert.Equal(StorageErrors.SchemaDiffers, refused.Code);
        Assert.True((await store.InspectAsync(CancellationToken.None)).IsCurrent);
    }

    [SkippableFact]
    public async Task LongNames_ThatPostgreSqlWouldCut_StayApart()
    {
        var kind = new RecordKind(
            "a_kind_with_a_name_of_forty_characters_x",
            "Long names.",
            [new("a_field_with_a_name_of_forty_characters1", FieldType.Text, "One."), new("a_field_with_a_name_of_forty_characters2", FieldType.Text, "Two.", Multiple: true)],
            [new("a_field_with_a_name_of_forty_characters1", IndexType.Unique), new("a_field_with_a_name_of_forty_characters2", IndexType.Unique)]);
        await using var place = await PostgreSqlPlace.NewAsync();
        await using var store = await place.OpenAsync(null, kind);
        Assert.True((await store.InspectAsync(CancellationToken.None)).IsCurrent);
        var batch = new WriteBatch(PostgreSqlPlace.Teda).Put(kind, PostgreSqlPlace.Id(1), ExpectedVersion.Missing, [FieldValue.Text("a"), FieldValue.Many(FieldValue.Text("b"))], "{}"u8.ToArray());
        Assert.True((await store.CommitAsync(batch, CancellationToken.None)).IsDurable);
    }
}
