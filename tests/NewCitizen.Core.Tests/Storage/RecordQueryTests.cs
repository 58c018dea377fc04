using NewCitizen.Agencies;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Storage;

public sealed class RecordQueryTests
{
    private static readonly AgencyId s_agency = AgencyId.Parse("teda");

    private static readonly RecordKind s_kind = new(
        "thing",
        "A thing.",
        [new("number", FieldType.Integer, "Number."), new("name", FieldType.Text, "Name.")],
        [new("number", IndexType.Ordered), new("name", IndexType.Lookup)]);

    [Fact]
    public void New_ValueOfAnotherType_IsRefused()
    {
        FieldFilter[] wrong =
        [
            FieldFilter.Equal("number", FieldValue.Text("5")),
            FieldFilter.Equal("name", FieldValue.Many(FieldValue.Text("a"))),
            FieldFilter.In("number", FieldValue.Integer(1), FieldValue.Text("1")),
            FieldFilter.Range("number", FieldValue.Text("1"), FieldValue.Null),
        ];
        Assert.All(wrong, filter => Assert.Throws<ArgumentException>(() => new RecordQuery(s_agency, s_kind, [filter])));
        Assert.Single(new RecordQuery(s_agency, s_kind, [FieldFilter.Range("number", FieldValue.Null, FieldValue.Integer(1))]).Where);
        Assert.Single(new RecordQuery(s_agency, s_kind, [FieldFilter.Equal("name", FieldValue.Null)]).Where);
    }

    [Fact]
    public void New_CursorOfAnotherOrder_IsRefused()
    {
        var id = Guid.Empty;
        Assert.Throws<ArgumentException>(() => new RecordQuery(s_agency, s_kind, after: new QueryCursor(FieldValue.Integer(1), id)));
        Assert.Throws<ArgumentException>(() => new RecordQuery(s_agency, s_kind, orderBy: "number", after: new QueryCursor(FieldValue.Null, id)));
        Assert.Throws<ArgumentException>(() => new RecordQuery(s_agency, s_kind, orderBy: "number", after: new QueryCursor(FieldValue.Text("1"), id)));
        Assert.NotNull(new RecordQuery(s_agency, s_kind, after: new QueryCursor(FieldValue.Null, id)).After);
        Assert.NotNull(new RecordQuery(s_agency, s_kind, orderBy: "number", after: new QueryCursor(FieldValue.Integer(1), id)).After);
    }
}
