using System.Text;
using CsCheck;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Storage;

public sealed class FieldValueComparerTests
{
    private static readonly int[] s_edges = [0, 0x41, 0x7F, 0x80, 0x7FF, 0x800, 0x4E00, 0xC000, 0xC800, 0xD7FF, 0xE000, 0xE800, 0xFFFD, 0xFFFF, 0x10000, 0x20000, 0x10FFFF];

    private static readonly Gen<string> s_text = Gen.Int[0, s_edges.Length - 1].Select(i => char.ConvertFromUtf32(s_edges[i])).Array[0, 5].Select(string.Concat);

    [Fact]
    public void Compare_AnyTexts_OrdersAsTheirUtf8Bytes() => Gen.Select(s_text, s_text).Sample((a, b) =>
    {
        var expected = Math.Sign(Encoding.UTF8.GetBytes(a).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b)));
        Assert.Equal(expected, Math.Sign(FieldValueComparer.Instance.Compare(FieldValue.Text(a), FieldValue.Text(b))));
        Assert.Equal(expected == 0, FieldValue.Text(a) == FieldValue.Text(b));
    });

    // Once compared as equal: moving the private-use area down let it land on the Hangul block.
    [Fact]
    public void Compare_HangulAndPrivateUse_Differ() =>
        Assert.True(FieldValueComparer.Instance.Compare(FieldValue.Text("\uC000"), FieldValue.Text("\uE000")) < 0);
}
