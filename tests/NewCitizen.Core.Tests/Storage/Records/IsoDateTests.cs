using System.Text;
using CsCheck;
using NewCitizen.Storage.Records;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Core.Tests.Storage.Records;

public sealed class IsoDateTests
{
    [Fact]
    public void TryRead_EveryDay_ReadsWhatThePatternReads() =>
        Gen.Int[0, 3_652_058].Sample(days =>
        {
            var date = new LocalDate(1, 1, 1).PlusDays(days);
            Assert.True(IsoDate.TryRead(Encoding.UTF8.GetBytes(LocalDatePattern.Iso.Format(date)), out var read));
            Assert.Equal(date, read);
        });

    [Theory]
    [InlineData("")]
    [InlineData("2026-02-29")]
    [InlineData("2026-13-01")]
    [InlineData("2026-00-01")]
    [InlineData("2026-01-00")]
    [InlineData("0000-01-01")]
    [InlineData("2026/01/01")]
    [InlineData("2026-1-001")]
    [InlineData("-026-01-01")]
    [InlineData("2026-01-01 ")]
    public void TryRead_AnythingElse_IsLeftToThePattern(string text) => Assert.False(IsoDate.TryRead(Encoding.UTF8.GetBytes(text), out _));
}
