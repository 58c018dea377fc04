using System.Text;
using CsCheck;
using NewCitizen.Storage.PostgreSql.Values;

namespace NewCitizen.Storage.PostgreSql.Tests.Values;

public sealed class TextCodecTests
{
    // Mostly the characters that matter.
    private static readonly Gen<string> s_text = Gen.OneOf(Gen.Char['\0', '\u0003'], Gen.Char['a', 'c'], Gen.Const('市')).Array[0, 6].Select(chars => new string(chars));

    [Fact]
    public void Decode_OfEncode_IsTheText() => s_text.Sample(text =>
    {
        var encoded = TextCodec.Encode(text);
        Assert.DoesNotContain('\0', encoded);
        Assert.Equal(text, TextCodec.Decode(encoded));
    });

    [Fact]
    public void Encode_KeepsTheOrderOfBytes() => Gen.Select(s_text, s_text).Sample((a, b) =>
        Assert.Equal(Math.Sign(Compare(a, b)), Math.Sign(Compare(TextCodec.Encode(a), TextCodec.Encode(b)))));

    private static int Compare(string a, string b) => Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b));
}
