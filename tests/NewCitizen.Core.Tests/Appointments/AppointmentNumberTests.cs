using CsCheck;
using NewCitizen.Appointments;

namespace NewCitizen.Core.Tests.Appointments;

public sealed class AppointmentNumberTests
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    [Fact]
    public void TryParse_WrittenAsShown_IsTheSame() =>
        Gen.Int.Sample(_ => AppointmentNumber.New() is var number && AppointmentNumber.TryParse(number.ToString().ToLowerInvariant(), out var read, out var _) && read == number, iter: 200, threads: 1);

    [Fact]
    public void TryParse_OneCharacterWrongOrTwoExchanged_IsRefused() =>
        Gen.Select(Gen.Int[0, 8], Gen.Int[0, 8], Gen.Int[1, 31]).Sample(
            (i, j, more) =>
            {
                var text = AppointmentNumber.New().ToCompactString().ToCharArray();
                var wrong = (char[])text.Clone();
                wrong[i] = Alphabet[(Alphabet.IndexOf(wrong[i], StringComparison.Ordinal) + more) % 32];
                var exchanged = (char[])text.Clone();
                (exchanged[i], exchanged[j]) = (exchanged[j], exchanged[i]);
                return !AppointmentNumber.TryParse(wrong, out _, out _) && (text[i] == text[j] || !AppointmentNumber.TryParse(exchanged, out _, out _));
            },
            iter: 2000,
            threads: 1);

    [Theory]
    [InlineData("")]
    [InlineData("234-567-89")]
    [InlineData("O00-000-000")]
    [InlineData("222-222-222-2")]
    public void TryParse_NoNumber_SaysSo(string text)
    {
        Assert.False(AppointmentNumber.TryParse(text, out _, out var error));
        Assert.Equal(AppointmentErrors.NumberInvalid, error);
    }
}
