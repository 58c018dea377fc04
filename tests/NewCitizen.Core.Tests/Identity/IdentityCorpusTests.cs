using System.Text;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NodaTime;

namespace NewCitizen.Tests.Identity;

/// <summary>20,000 lines against the verdicts of an oracle written in another language (tests/vectors/identity/make_corpus.py).</summary>
public sealed class IdentityCorpusTests
{
    private static readonly LocalDate s_asOf = new(2026, 11, 22);

    private delegate ErrorCode? Check(string text);

    [Fact]
    public void Corpus_Utf16_NoDifference() => Compare(new()
    {
        ["citizen"] = text => CitizenNumber.TryParse(text, s_asOf, out _, out var error) ? null : error,
        ["foreign-resident"] = text => ForeignResidentNumber.TryParse(text, s_asOf, out _, out var error) ? null : error,
        ["uscc"] = text => UnifiedSocialCreditCode.TryParse(text, out _, out var error) ? null : error,
    });

    [Fact]
    public void Corpus_Utf8_NoDifference() => Compare(new()
    {
        ["citizen"] = text => CitizenNumber.TryParse(Encoding.UTF8.GetBytes(text), s_asOf, out _, out var error) ? null : error,
        ["foreign-resident"] = text => ForeignResidentNumber.TryParse(Encoding.UTF8.GetBytes(text), out _, out var error) ? null : error,
        ["uscc"] = text => UnifiedSocialCreditCode.TryParse(Encoding.UTF8.GetBytes(text), out _, out var error) ? null : error,
    });

    private static void Compare(Dictionary<string, Check> checks)
    {
        var differences = new List<string>();
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Identity", "corpus.tsv"));
        for (var i = 0; i < lines.Length; i++)
        {
            var parts = lines[i].Split('\t');
            var error = checks[parts[0]](parts[1]);
            var expected = parts[2] == "Valid" ? null : (ErrorCode?)typeof(IdentityErrors).GetField(parts[2])!.GetValue(null);
            if (error != expected)
            {
                differences.Add($"line {i + 1}: {error?.Value ?? "valid"} instead of {expected?.Value ?? "valid"}");
            }
        }

        Assert.InRange(lines.Length, 19_000, 21_000);
        Assert.Empty(differences);
    }
}
