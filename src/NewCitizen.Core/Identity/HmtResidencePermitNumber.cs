using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using NewCitizen.Errors;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Identity;

/// <summary>
/// The number on a residence permit for Hong Kong, Macao and Taiwan residents (港澳台居民居住证): a citizen number whose address
/// part is 810000, 820000 or 830000 (国办发〔2018〕81号 art. 3, in force 2018-09-01). Eight bytes, immutable, thread-safe.
/// </summary>
/// <remarks>
/// Checked like <see cref="CitizenNumber"/>; any prefix but 81, 82 and 83 is <see cref="IdentityErrors.Region"/>. The four digits
/// after it only warn, as county codes do (see <see cref="CitizenNumberInspector"/>).
/// </remarks>
public readonly partial record struct HmtResidencePermitNumber
{
    private readonly CitizenNumber _number;

    private HmtResidencePermitNumber(CitizenNumber number) => _number = number;

    /// <summary>Whether there is a number, that is, whether this is not <see langword="default"/>.</summary>
    public bool HasValue => _number.HasValue;

    /// <summary>Where the holder comes from: <c>HKG</c>, <c>MAC</c> or <c>TWN</c> of ISO 3166; empty without a number.</summary>
    public string Origin => (_number.DivisionCode / 10_000) switch { 81 => "HKG", 82 => "MAC", 83 => "TWN", _ => string.Empty };

    /// <summary>The birth date (出生日期).</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no number.</exception>
    public LocalDate BirthDate => _number.BirthDate;

    /// <summary>The sex (性别): odd sequence numbers are male.</summary>
    public Sex Sex => _number.Sex;

    int INumberText<HmtResidencePermitNumber>.TextLength => HasValue ? Gb11643.TextLength : 0;

    /// <summary>Reads a number of a person born on or before a day, saying why not.</summary>
    /// <param name="text">Exactly the eighteen characters.</param>
    /// <param name="asOf">The last birth date accepted, usually today in China.</param>
    /// <param name="number">The number.</param>
    /// <param name="error">The first thing wrong.</param>
    public static bool TryParse(ReadOnlySpan<char> text, LocalDate asOf, out HmtResidencePermitNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        Wrap(text, CitizenNumber.TryParse(text, asOf, out var citizen, out error), citizen, out number, ref error);

    /// <summary>The same number as a citizen number, which it is by law.</summary>
    public CitizenNumber ToCitizenNumber() => _number;

    /// <summary>Order of the digits.</summary>
    public int CompareTo(HmtResidencePermitNumber other) => _number.CompareTo(other._number);

    static bool INumberText<HmtResidencePermitNumber>.Read<TChar>(ReadOnlySpan<TChar> text, out HmtResidencePermitNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        Wrap(text, NumberText.Read(text, out CitizenNumber citizen, out error), citizen, out number, ref error);

    void INumberText<HmtResidencePermitNumber>.Write<TChar>(Span<TChar> destination, bool full) => NumberText.Write(_number, destination, full);

    private static bool Wrap<TChar>(ReadOnlySpan<TChar> text, bool read, CitizenNumber citizen, out HmtResidencePermitNumber number, [NotNullWhen(false)] ref ErrorCode? error)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        // The region comes before date and check digit, so a mainland prefix wins over what a citizen number would say next.
        if ((read || error == IdentityErrors.Date || error == IdentityErrors.CheckDigit)
            && !(text[0] == NumberText.To<TChar>('8') && text[1] >= NumberText.To<TChar>('1') && text[1] <= NumberText.To<TChar>('3')))
        {
            error = IdentityErrors.Region;
        }

        number = error is null ? new HmtResidencePermitNumber(citizen) : default;
        return error is null;
    }
}
