using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using NewCitizen.Exchange.Checking;
using NewCitizen.Exchange.Schemas;
using NewCitizen.Exchange.V1;

namespace NewCitizen.Exchange.Tests.Documents;

public class NaiveAgreementTests
{
    private static readonly JsonElement s_schema = JsonDocument.Parse(DocumentTypes.Resident.Schema).RootElement;
    private static readonly DocumentChecker s_checker = new(DocumentTypes.Resident, Checkers.Clock, new() { ApplyRules = false, MaxIssuesPerLine = 10_000 });

    private static readonly string[] s_junk =
    [
        "null", "true", "1", "0", "-1", "1.5", "1e2", "9007199254740993", "1e400", "\"\"", "\"x\"", "\"delete\"", "\"merge\"", "\"2026-02-30\"", "\"01\"", "\"中文\"",
        "[]", "[1]", "{}", "{\"code\":\"01\"}", "{\"code\":\"01\",\"text\":\"\"}", "\"2026-11-22T25:00:00+08:00\"", "\"12011\\u0036\"",
    ];

    [Fact]
    public void MutatedDocuments_CheckerAndNaiveValidator_GiveTheSameVerdicts()
    {
        var differing = 0;
        Gen.Select(DocumentGen.Resident, Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 3], Gen.Int[0, s_junk.Length - 1]).Array[1, 3]).Sample((line, changes) =>
        {
            var root = JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(line, ExchangeJson.Default.ResidentLine))!;
            foreach (var (place, kind, junk) in changes)
            {
                Mutate(root, place, kind, s_junk[junk]);
            }

            var bytes = Checkers.Bytes(root.ToJsonString());
            var expected = NaiveValidator.Validate(s_schema, JsonDocument.Parse(bytes).RootElement).Order().ToList();
            var actual = s_checker.CheckLine(bytes).Select(issue => (issue.Pointer, issue.Keyword!)).Order().ToList();
            Assert.Equal(expected, actual);
            differing += expected.Count > 0 ? 1 : 0;
        }, seed: "0000KOIPe036", iter: 5000, threads: 1);
        Assert.True(differing > 1000);
    }

    private static void Mutate(JsonNode root, int place, int kind, string junk)
    {
        var containers = Containers(root).ToList();
        switch (containers[place % containers.Count])
        {
            case JsonObject members when members.Count > 0:
                var name = members.ElementAt(place / 7 % members.Count).Key;
                if (kind == 0)
                {
                    members.Remove(name);
                }
                else
                {
                    members[kind == 1 ? "unknown" + place : name] = JsonNode.Parse(junk);
                }

                break;
            case JsonArray items when items.Count > 0 && kind == 0:
                items.RemoveAt(place / 7 % items.Count);
                break;
            case JsonArray items:
                items.Add(JsonNode.Parse(junk));
                break;
            default:
                break;
        }
    }

    private static IEnumerable<JsonNode> Containers(JsonNode? node) => node switch
    {
        JsonObject members => members.Select(member => member.Value).SelectMany(Containers).Prepend(members),
        JsonArray items => items.SelectMany(Containers).Prepend(items),
        _ => [],
    };
}
