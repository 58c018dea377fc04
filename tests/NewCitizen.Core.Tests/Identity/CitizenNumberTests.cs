using System.Globalization;
using System.Text;
using CsCheck;
using NewCitizen.Errors;
using NewCitizen.Identity;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Tests.Identity;

public sealed class CitizenNumberTests
{
    private static readonly LocalDate s_asOf = new(2026, 11, 22);

    private static readonly Gen<string> s_valid =
        from prefix in Gen.Int[0, 13].Select(i => "1112233137465054616571818283".Substring(2 * i, 2))
        from rest in Gen.Int[0, 9999]
        from day in Gen.Int[0, 70_000]
        from sequence in Gen.Int[0, 999]
        select WithCheck(string.Create(CultureInfo.InvariantCulture, $"{prefix}{rest:D4}{new LocalDate(1830, 1, 1).PlusDays(day):yyyyMMdd}{sequence:D3}"));

    [Theory]
    [InlineData("11010519491231002X", 110105, 1949, 12, 31, Sex.Female)]
    [InlineData("440524188001010014", 440524, 1880, 1, 1, Sex.Male)]
    [InlineData("34052419800101001X", 340524, 1980, 1, 1, Sex.Male)]
    [InlineData("440308199901101512", 440308, 1999, 1, 10, Sex.Male)]
    [InlineData("44040119580101000X", 440401, 1958, 1, 1, Sex.Female)]
    [InlineData("140120197901010008", 140120, 1979, 1, 1, Sex.Female)]
    [InlineData("362324198001010014", 362324, 1980, 1, 1, Sex.Male)]
    [InlineData("231121199708302613", 231121, 1997, 8, 30, Sex.Male)]
    [InlineData("120107199001010015", 120107, 1990, 1, 1, Sex.Male)]
    [InlineData("120116200002291025", 120116, 2000, 2, 29, Sex.Female)]
    [InlineData("500154199301135886", 500154, 1993, 1, 13, Sex.Female)]
    [InlineData("810000199408230021", 810000, 1994, 8, 23, Sex.Female)]
    [InlineData("830000199201300022", 830000, 1992, 1, 30, Sex.Female)]
    public void TryParse_KnownValid_ReadsAllParts(string text, int division, int year, int month, int day, Sex sex)
    {
        Assert.True(CitizenNumber.TryParse(text, s_asOf, out var number, out var error));
        Assert.Null(error);
        Assert.Equal(division, number.DivisionCode);
        Assert.Equal(new LocalDate(year, month, day), number.BirthDate);
        Assert.Equal(sex, number.Sex);
        Assert.Equal(text[0] == '8', number.IsHmtPermit);
        Assert.Equal(text, number.ToString("F"));
        Assert.Equal($"{text[..6]}********{text[^4..]}", number.ToString());
        Assert.Equal(number, CitizenNumber.Parse(text.ToLowerInvariant()));
    }

    [Theory]
    [InlineData("", 1000)]
    [InlineData("   ", 1000)]
    [InlineData("42010200000000000", 1001)]
    [InlineData("4201020000000000000", 1001)]
    [InlineData(" 11010519491231002X", 1001)]
    [InlineData("42010200000000000A", 1002)]
    [InlineData("1101051949123100２X", 1002)]
    [InlineData("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", 1002)]
    [InlineData("X10105194912310021", 1002)]
    [InlineData("I5234781-760321916", 1002)]
    [InlineData("1101051949-231002X", 1002)]
    [InlineData("991234567890123456", 1003)]
    [InlineData("160105194912310026", 1003)]
    [InlineData("440308199902301512", 1004)]
    [InlineData("120116199902300016", 1004)]
    [InlineData("110105209912310021", 1004)]
    [InlineData("110105202611230011", 1004)]
    [InlineData("110105179912310021", 1004)]
    [InlineData("440308199901101513", 1005)]
    [InlineData("110111199901101510", 1005)]
    [InlineData("111111199901101512", 1005)]
    [InlineData("610104620927690", 1006)]
    public void TryParse_KnownInvalid_SaysWhy(string text, int code)
    {
        Assert.False(CitizenNumber.TryParse(text, s_asOf, out var number, out var error));
        Assert.Equal(code, error.Number);
        Assert.Equal(default, number);
        Assert.False(CitizenNumber.TryParse(Encoding.UTF8.GetBytes(text), s_asOf, out _, out error));
        Assert.Equal(code, error.Number);
    }

    [Fact]
    public void TryParse_WithoutDate_RefusesTheFarFuture()
    {
        Assert.False(CitizenNumber.TryParse(WithCheck("11010520991231002"), out _, out var error));
        Assert.Equal(IdentityErrors.Date, error);
        Assert.True(CitizenNumber.TryParse("11010519491231002X", out _, out _));
    }

    [Theory]
    [InlineData(2020, 2, 28, false)]
    [InlineData(2020, 2, 29, true)]
    public void TryParse_BornOnTheLastDay_IsTheLastAccepted(int year, int month, int day, bool valid) =>
        Assert.Equal(valid, CitizenNumber.TryParse(WithCheck("12011620200229001"), new LocalDate(year, month, day), out _, out _));

    [Fact]
    public void TryParse_GeneratedValid_RoundTrips() => s_valid.Sample(text =>
    {
        var number = CitizenNumber.Parse(text);
        Span<byte> utf8 = stackalloc byte[18];
        Assert.True(number.TryFormat(utf8, out var written, "F", provider: null));
        Assert.Equal(text, Encoding.UTF8.GetString(utf8[..written]));
        Assert.Equal(text, $"{number:F}");
        Assert.DoesNotContain(text[6..14], $"{number}", StringComparison.Ordinal);
        Assert.False(number.TryFormat(utf8[..17], out _, "F", provider: null));
    });

    [Fact]
    public void TryParse_OneDigitChanged_IsCaught() => Gen.Select(s_valid, Gen.Int[0, 17], Gen.Int[1, 9]).Sample((text, place, shift) =>
    {
        var changed = text.ToCharArray();
        changed[place] = changed[place] == 'X' ? (char)('0' + shift) : (char)('0' + (((changed[place] - '0') + shift) % 10));
        // MOD 11-2 catches every single wrong character: no weight is a multiple of 11.
        Assert.False(CitizenNumber.TryParse(changed, out _, out _));
    });

    [Fact]
    public void TryParse_NeighboursSwapped_IsCaught() => Gen.Select(s_valid, Gen.Int[0, 15]).Where((text, place) => text[place] != text[place + 1]).Sample((text, place) =>
    {
        var changed = text.ToCharArray();
        (changed[place], changed[place + 1]) = (changed[place + 1], changed[place]);
        Assert.False(CitizenNumber.TryParse(changed, out _, out _));
    });

    [Fact]
    public void TryParse_AnyText_NeverThrows() => Gen.String.Sample(text =>
    {
        var read = CitizenNumber.TryParse(text, out _, out var error);
        Assert.Equal(read, error is null);
    });

    [Fact]
    public void TryParse_AnyBytes_NeverThrows() => Gen.Byte.Array[0, 40].Sample(bytes =>
    {
        var read = CitizenNumber.TryParse(bytes, out _, out var error);
        Assert.Equal(read, error is null);
    });

    [Fact]
    public void Comparison_FollowsTheDigits() => Gen.Select(s_valid, s_valid).Sample((a, b) =>
        Assert.Equal(Math.Sign(string.CompareOrdinal(a[..17], b[..17])), Math.Sign(CitizenNumber.Parse(a).CompareTo(CitizenNumber.Parse(b)))));

    [Fact]
    public void TryParse_Mixed_AllocatesNothing()
    {
        string[] texts = ["11010519491231002X", "440308199901101513", "1234", "610104620927690", "１１０１０５１９４９１２３１００２Ｘ", "120116199902300016"];
        // What a parse allocates shows in every round; what the runtime does on this thread by the way does not.
        var least = long.MaxValue;
        for (var round = 0; round < 100; round++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Read(texts);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, least);
    }

    [Fact]
    public void Parse_Invalid_ThrowsWithoutTheNumber()
    {
        var thrown = Assert.Throws<FormatException>(() => CitizenNumber.Parse("440308199901101513"));
        Assert.Equal(IdentityErrors.CheckDigit, Assert.IsType<NewCitizenException>(thrown.InnerException).Code);
        Assert.DoesNotContain("4403", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_UnknownFormat_Throws() => Assert.Throws<FormatException>(() => CitizenNumber.Parse("11010519491231002X").ToString("x"));

    [Fact]
    public void Default_PrintsNothing()
    {
        Assert.Equal(string.Empty, default(CitizenNumber).ToString("F"));
        Assert.False(default(CitizenNumber).HasValue);
        Assert.Equal(Sex.Unknown, default(CitizenNumber).Sex);
    }

    [Fact]
    public void Size_IsEightBytes() => Assert.Equal(8, System.Runtime.CompilerServices.Unsafe.SizeOf<CitizenNumber>());

    private static void Read(string[] texts)
    {
        foreach (var text in texts)
        {
            _ = CitizenNumber.TryParse(text, s_asOf, out _, out _);
        }
    }

    internal static string WithCheck(string seventeen)
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        return seventeen + "10X98765432"[seventeen.Select((c, i) => (c - '0') * weights[i]).Sum() % 11];
    }
}
