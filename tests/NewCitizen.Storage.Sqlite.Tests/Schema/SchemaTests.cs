using NewCitizen.Errors;

namespace NewCitizen.Storage.Sqlite.Tests.Schema;

public sealed class SchemaTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Create_OfOneNewFileByManyAtOnce_SucceedsForAll()
    {
        for (var round = 0; round < 40; round++)
        {
            using var start = new Barrier(6);
            var reports = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
            {
                await using var store = new SqliteRecordStore(_folder.Options($"race-{round}.db"), Samples.Kinds);
                start.SignalAndWait();
                return await store.PrepareAsync(SchemaMode.Create, CancellationToken.None);
            })));
            Assert.All(reports, report => Assert.True(report.IsCurrent));
        }
    }

    [Fact]
    public async Task Create_NewFile_ExplainsItselfToAnAdministrator()
    {
        await using (var store = await _folder.OpenAsync(Samples.Kinds))
        {
            await store.CommitAsync(Samples.Put(3), CancellationToken.None);
        }

        var sql = Plain.Column(_folder.File(), "SELECT sql FROM sqlite_schema WHERE name = 'person'").Single();
        Assert.Contains("A made-up person 新市民.", sql, StringComparison.Ordinal);
        foreach (var field in Samples.Person.Fields)
        {
            Assert.Contains($"-- {field.Description}", sql, StringComparison.Ordinal);
        }

        Assert.Equal(
            ["王小明 2020-01-04 [\"13800000003\",\"all\"] {\"fill\":\"bbbb\"}"],
            Plain.Column(_folder.File(), "SELECT name || ' ' || moved_in || ' ' || phones || ' ' || replace(body, 'bbbbbbbbb', '') FROM person"));
        Assert.Equal(["person"], Plain.Column(_folder.File(), "SELECT kind FROM change_feed"));
        Assert.Equal(["wal"], Plain.Column(_folder.File(), "PRAGMA journal_mode"));
    }

    [Fact]
    public async Task Scripts_RunByHand_MakeAStoreThatValidates()
    {
        await using (var scriptless = new SqliteRecordStore(_folder.Options(), Samples.Kinds))
        {
            foreach (var script in scriptless.Scripts)
            {
                Plain.Execute(_folder.File(), script.Text);
            }
        }

        await using var store = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate);
        var report = await store.InspectAsync(CancellationToken.None);
        Assert.True(report.IsCurrent);
        Assert.Equal(["0001_foundation", "0002_person"], report.Applied);
        Assert.True((await store.CommitAsync(Samples.Put(1), CancellationToken.None)).IsDurable);
    }

    [Fact]
    public async Task Create_MoreFieldsIndexesAndKinds_ExtendsAndFills()
    {
        var old = new RecordKind("person", "People.", [.. Samples.Person.Fields.Take(4)], [new("name", IndexType.Ordered), new("number", IndexType.Unique)]);
        await using (var store = await _folder.OpenAsync([old]))
        {
            await store.CommitAsync(new WriteBatch(Samples.Teda).Put(old, Samples.Id(1), default, Samples.Fields(1)[..4], Samples.Body()), CancellationToken.None);
        }

        var extra = new RecordKind("extra", "Another kind.", [], []);
        var refused = await Assert.ThrowsAsync<NewCitizenException>(async () => await _folder.OpenAsync([Samples.Person, extra], SchemaMode.Validate));
        Assert.Equal(StorageErrors.SchemaDiffers, refused.Code);
        Assert.Contains("0003_person, 0004_extra", refused.Message, StringComparison.Ordinal);

        await using var extended = await _folder.OpenAsync([Samples.Person, extra]);
        var page = await extended.QueryAsync(new RecordQuery(Samples.Teda, Samples.Person, [FieldFilter.Equal("phones", FieldValue.Text("all"))]), CancellationToken.None);
        Assert.Equal(Samples.Fields(1), page.Records.Single().Fields);
        Assert.Equal(["0001_foundation", "0002_person", "0003_person", "0004_extra"], (await extended.InspectAsync(CancellationToken.None)).Applied);
        Assert.Empty((await extended.CheckAsync(CancellationToken.None)).Problems);
        await using var again = await _folder.OpenAsync([Samples.Person, extra], SchemaMode.Validate);
    }

    [Theory]
    [InlineData("DROP INDEX person__name", "index person__name")]
    [InlineData("ALTER TABLE person DROP COLUMN visits", "column person.visits")]
    [InlineData("ALTER TABLE person ADD COLUMN remark TEXT", "column person.remark")]
    [InlineData("CREATE UNIQUE INDEX mine ON person (name)", "index mine")]
    [InlineData("DROP TABLE person__phones", "table person__phones")]
    [InlineData("DROP TABLE request_key", "table request_key")]
    [InlineData("UPDATE schema_script SET checksum = 'x' WHERE name = '0001_foundation'", "0001_foundation")]
    public async Task Open_ChangedByHand_IsRefusedByName(string change, string named)
    {
        await (await _folder.OpenAsync(Samples.Kinds)).DisposeAsync();
        Plain.Execute(_folder.File(), change);
        foreach (var mode in new[] { SchemaMode.Validate, SchemaMode.Create })
        {
            var refused = await Assert.ThrowsAsync<NewCitizenException>(async () => await _folder.OpenAsync(Samples.Kinds, mode));
            Assert.Equal(StorageErrors.SchemaDiffers, refused.Code);
            Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Open_FieldOfAnotherType_IsRefusedByName()
    {
        await (await _folder.OpenAsync(Samples.Kinds)).DisposeAsync();
        var changed = new RecordKind(
            "person", "People.", [.. Samples.Person.Fields.Select(field => field.Name == "visits" ? field with { Type = FieldType.Text } : field)], Samples.Person.Indexes);
        var refused = await Assert.ThrowsAsync<NewCitizenException>(async () => await _folder.OpenAsync([changed]));
        Assert.Contains("column person.visits", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_IndexAddedForSpeed_IsAccepted()
    {
        await (await _folder.OpenAsync(Samples.Kinds)).DisposeAsync();
        Plain.Execute(_folder.File(), "CREATE INDEX faster ON person (visits)");
        await using var store = await _folder.OpenAsync(Samples.Kinds, SchemaMode.Validate);
    }

    [Fact]
    public async Task Create_ManyAtOnce_AllSucceed()
    {
        var stores = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () => await _folder.OpenAsync(Samples.Kinds))));
        foreach (var store in stores)
        {
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task Create_NamesThatAreTaken_StayApart()
    {
        var kind = new RecordKind(
            "audit_entry",
            "Awkward names; a line\nbreak.",
            [new("id", FieldType.Text, "1"), new("agency", FieldType.Text, "2"), new("body", FieldType.Integer, "3"), new("order", FieldType.Text, "4", Multiple: true), new("id_", FieldType.Text, "5")],
            [new("id", IndexType.Unique), new("agency", IndexType.Ordered), new("order", IndexType.Unique)]);
        await using var store = await _folder.OpenAsync([kind]);
        FieldValue[] fields = [FieldValue.Text("i"), FieldValue.Text("a"), FieldValue.Integer(5), FieldValue.Many(FieldValue.Text("o")), FieldValue.Text("u")];
        await store.CommitAsync(new WriteBatch(Samples.Teda).Put(kind, Samples.Id(1), default, fields, Samples.Body()), CancellationToken.None);
        var page = await store.QueryAsync(
            new RecordQuery(Samples.Teda, kind, [FieldFilter.Equal("order", FieldValue.Text("o")), FieldFilter.Equal("id", FieldValue.Text("i"))], "agency"), CancellationToken.None);
        Assert.Equal(fields, page.Records.Single().Fields);
        Assert.Empty((await store.CheckAsync(CancellationToken.None)).Problems);
    }
}
