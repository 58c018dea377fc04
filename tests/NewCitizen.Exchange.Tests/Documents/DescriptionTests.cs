using System.Text.Json.Serialization.Metadata;
using CsCheck;
using NewCitizen.Exchange.Checking;
using NewCitizen.Exchange.Schemas;
using NewCitizen.Exchange.V1;
using NodaTime;

namespace NewCitizen.Exchange.Tests.Documents;

/// <summary>The description and the C# types say the same.</summary>
public class DescriptionTests
{
    private static readonly string[] s_samples =
    [
        "2026-01-02", "2026-01-02T10:11:12+08:00", "2026-01-02T10:11:12.5+08:00", "13800138000", "120116", "120116014", "120116014001",
        "91120116MA0000015H", "CHN", "1\n",
    ];

    [Fact]
    public void Resident_DescriptionAndType_Agree() => Compare(DocumentTypes.Resident.Document, typeof(ResidentDocument), "d");

    [Fact]
    public void ResidenceRegistration_DescriptionAndType_Agree() => Compare(DocumentTypes.ResidenceRegistration.Document, typeof(ResidenceRegistrationDocument), "d");

    [Fact]
    public void Line_DescriptionAndType_Agree()
    {
        foreach (var (type, line) in new[] { (DocumentTypes.Resident, typeof(RecordLine<ResidentDocument>)), (DocumentTypes.ResidenceRegistration, typeof(RecordLine<ResidenceRegistrationDocument>)) })
        {
            var members = ExchangeJson.Default.GetTypeInfo(line)!.Properties.Where(property => !property.IsExtensionData).ToDictionary(property => property.Name);
            var described = type.Line.Shapes.SelectMany(shape => shape.Members).Select(member => member.Name).Distinct().Append("into").Distinct();
            Assert.Equal(described.Order(StringComparer.Ordinal), members.Keys.Order(StringComparer.Ordinal));
            Assert.All(type.Line.Shapes, shape => Assert.All(members.Values.Where(member => member.IsRequired), member => Assert.True(shape.Members.Single(own => own.Name == member.Name).IsRequired)));
        }
    }

    [Fact]
    public void EveryPattern_OnRandomText_AgreesWithRegex()
    {
        var patterns = Nodes(DocumentTypes.Resident.Line).Concat(Nodes(DocumentTypes.ResidenceRegistration.Line)).Select(node => node.Pattern).OfType<string>().Distinct().ToList();
        Assert.True(patterns.Count >= 8);
        foreach (var pattern in patterns)
        {
            var matcher = new PatternMatcher(pattern);
            var regex = new System.Text.RegularExpressions.Regex(pattern[..^1] + "\\z", System.Text.RegularExpressions.RegexOptions.ECMAScript | System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5));
            var text = Gen.OneOf(
                Gen.String[Gen.Char["0123456789AXHa-T:.+é中"], 0, 24],
                Gen.Int[0, 40].SelectMany(length => Gen.Char["013589AX-"], (length, fill) => new string(fill, length)),
                Gen.Int[0, s_samples.Length - 1].Select(index => s_samples[index]));
            text.Sample(value => Assert.Equal(regex.IsMatch(value), matcher.IsMatch(System.Text.Encoding.UTF8.GetBytes(value))), seed: "0000KOIPe036", iter: 2000);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("^a|b$")]
    [InlineData("^.$")]
    [InlineData("^[^a]$")]
    [InlineData(@"^\d$")]
    public void PatternMatcher_BeyondTheProfile_Throws(string pattern) => Assert.Throws<InvalidOperationException>(() => new PatternMatcher(pattern));

    private static IEnumerable<SchemaNode> Nodes(SchemaNode node) =>
        node.Members.Select(member => member.Node).Concat(node.Shapes).Concat(node.Items is null ? [] : [node.Items]).SelectMany(Nodes).Prepend(node);

    private static void Compare(SchemaNode node, Type clr, string path)
    {
        var type = Nullable.GetUnderlyingType(clr) ?? clr;
        if (type == typeof(string) || type == typeof(LocalDate) || type == typeof(OffsetDateTime))
        {
            Assert.True(node.Kind == SchemaKind.Text, path);
            Assert.True((node.Format == TextFormat.Date) == (type == typeof(LocalDate)), path);
            return;
        }

        var info = ExchangeJson.Default.GetTypeInfo(type)!;
        if (info.Kind == JsonTypeInfoKind.Enumerable)
        {
            Assert.True(node.Kind == SchemaKind.Array, path);
            Compare(node.Items!, type.GetGenericArguments()[0], path + "[]");
            return;
        }

        Assert.True(node.Kind == SchemaKind.Object && info.Kind == JsonTypeInfoKind.Object, path);
        var properties = info.Properties.Where(property => !property.IsExtensionData).ToDictionary(property => property.Name);
        Assert.Equal(node.Members.Select(member => member.Name).Order(StringComparer.Ordinal), properties.Keys.Order(StringComparer.Ordinal));
        foreach (var member in node.Members)
        {
            Assert.True(member.IsRequired == properties[member.Name].IsRequired, $"{path}.{member.Name} required");
            Compare(member.Node, properties[member.Name].PropertyType, $"{path}.{member.Name}");
        }
    }
}
