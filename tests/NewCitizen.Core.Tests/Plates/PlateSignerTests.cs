using CsCheck;
using NewCitizen.Plates;
using NewCitizen.Privacy;

namespace NewCitizen.Core.Tests.Plates;

public sealed class PlateSignerTests : IDisposable
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ.-+IOU";
    private readonly EphemeralKeyRing _keys = new();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void Sign_AnyCode_IsGenuineAndHasOneSpelling()
    {
        var signer = new PlateSigner(_keys);
        for (var i = 0; i < 500; i++)
        {
            var token = signer.Sign(PlateCode.NewRandom());
            Assert.True(signer.TryVerify(token.ToString(), out var read));
            Assert.Equal(token, read);
            Assert.Equal(token.ToString(), read.ToString());
            Assert.True(signer.TryVerify(token.ToString().ToLowerInvariant(), out _));
        }
    }

    [Fact]
    public void TryVerify_AnyOneCharacterChanged_IsRefused()
    {
        var signer = new PlateSigner(_keys);
        var token = signer.Sign(PlateCode.NewRandom()).ToString();
        Gen.Select(Gen.Int[0, token.Length - 1], Gen.Int[0, Alphabet.Length - 1]).Sample(change =>
        {
            var (at, character) = change;
            if (token[at] == Alphabet[character])
            {
                return;
            }

            var altered = string.Concat(token.AsSpan(0, at), Alphabet.AsSpan(character, 1), token.AsSpan(at + 1));
            Assert.False(signer.TryVerify(altered, out _), altered);
            Assert.False(signer.TryVerify(token.AsSpan(0, at).ToString(), out _));
            Assert.False(signer.TryVerify(token.Insert(at, "0"), out _));
        });
    }

    [Fact]
    public void TryVerify_OtherKeysOrRubbish_IsRefused()
    {
        var signer = new PlateSigner(_keys);
        using var other = new EphemeralKeyRing();
        Assert.False(signer.TryVerify(new PlateSigner(other).Sign(PlateCode.NewRandom()).ToString(), out _));
        var token = signer.Sign(PlateCode.NewRandom());
        Assert.False(signer.TryVerify(token.ToString().Replace(".1.", ".2.", StringComparison.Ordinal), out _));
        Assert.False(signer.TryVerify(token.ToString().Replace(".1.", ".01.", StringComparison.Ordinal), out _));
        Gen.String.Sample(text => Assert.False(signer.TryVerify(text, out _)));
    }

    [Fact]
    public void Sign_AfterRotation_OldTokensStayGenuine()
    {
        var signer = new PlateSigner(_keys);
        var old = signer.Sign(PlateCode.NewRandom());
        _keys.Rotate();
        _keys.RotateIndex();
        _keys.RetireIndex();
        var current = signer.Sign(old.Code);

        Assert.Equal((1, 2), (old.KeyVersion, current.KeyVersion));
        Assert.NotEqual(old, current);
        Assert.True(signer.IsGenuine(old));
        Assert.True(signer.IsGenuine(current));
        Assert.Equal(old, signer.Sign(old.Code, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => signer.Sign(old.Code, 3));
    }

    [Fact]
    public void TryVerify_GoodAndForged_AllocatesNothing()
    {
        var signer = new PlateSigner(_keys);
        var good = signer.Sign(PlateCode.NewRandom()).ToString();
        var forged = good[..^1] + (good[^1] == '0' ? '1' : '0');
        for (var i = 0; i < 1_000; i++)
        {
            _ = signer.TryVerify(good, out _) | signer.TryVerify(forged, out _);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var right = 0;
        for (var i = 0; i < 1_000; i++)
        {
            right += signer.TryVerify(good, out _) ? 1 : 0;
            right += signer.TryVerify(forged, out _) ? 1_000_000 : 0;
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(1_000, right);
        Assert.Equal(0, allocated);
    }

    [Theory]
    [InlineData("https://zf.example.gov.cn", "HTTPS://ZF.EXAMPLE.GOV.CN/P/")]
    [InlineData("https://zf.example.gov.cn/", "HTTPS://ZF.EXAMPLE.GOV.CN/P/")]
    [InlineData("http://localhost:5080", "HTTP://LOCALHOST:5080/P/")]
    [InlineData("https://zf.example.gov.cn/portal", null)]
    [InlineData("https://user@zf.example.gov.cn", null)]
    [InlineData("ftp://zf.example.gov.cn", null)]
    [InlineData("https://under_score.example", null)]
    [InlineData("zf.example.gov.cn", null)]
    [InlineData(null, null)]
    public void PlateAddress_TryParse_TakesOriginsOnly(string? text, string? prefix)
    {
        Assert.Equal(prefix is not null, PlateAddress.TryParse(text, out var address, out var error));
        Assert.Equal(prefix, address?.Prefix);
        Assert.Equal(prefix is null ? PlateErrors.BaseAddress : null, error);
    }
}
