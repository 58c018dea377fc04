using System.Text;
using NewCitizen.Exchange.Schemas;

namespace NewCitizen.Exchange.Tests.Documents;

public class SchemaFileTests
{
    [Fact]
    public void Schema_Committed_IsTheGenerated()
    {
        foreach (var type in DocumentTypes.All)
        {
            RepositoryFiles.AssertCurrent(RepositoryFiles.PathOf("docs", "exchange", "schema", "v1", type.SchemaFileName), type.Schema.Span);
        }
    }

    [Fact]
    public void FieldTables_Committed_AreTheGenerated()
    {
        var path = RepositoryFiles.PathOf("docs", "exchange", "README.md");
        var text = File.ReadAllText(path);
        foreach (var type in DocumentTypes.All)
        {
            var open = $"<!-- fields:{type.Name} -->\n";
            var start = text.IndexOf(open, StringComparison.Ordinal) + open.Length;
            var end = text.IndexOf("<!-- /fields -->", start, StringComparison.Ordinal);
            text = text[..start] + FieldTable.Write(type) + text[end..];
        }

        RepositoryFiles.AssertCurrent(path, Encoding.UTF8.GetBytes(text));
    }

    [Fact]
    public void WriteAll_Directory_HoldsEverySchema()
    {
        var directory = Directory.CreateTempSubdirectory("schemas");
        var paths = SchemaWriter.WriteAll(Path.Combine(directory.FullName, "made"));

        Assert.Equal(DocumentTypes.All.Select(type => type.SchemaFileName), paths.Select(path => Path.GetFileName(path)));
        Assert.All(DocumentTypes.All.Zip(paths), pair => Assert.Equal(pair.First.Schema.ToArray(), File.ReadAllBytes(pair.Second)));
        directory.Delete(recursive: true);
    }

    [Fact]
    public void TryDetect_NameOrContent_FindsTheType()
    {
        Assert.True(DocumentTypes.TryDetect("x/residents-2026.ndjson", default, out var byName));
        Assert.Same(DocumentTypes.Resident, byName);
        Assert.True(DocumentTypes.TryDetect("part1.ndjson", """{"k":"a","d":{"resident":"b"}}"""u8, out var byContent));
        Assert.Same(DocumentTypes.ResidenceRegistration, byContent);
        Assert.False(DocumentTypes.TryDetect("part1.ndjson", "{"u8, out _));
    }
}
