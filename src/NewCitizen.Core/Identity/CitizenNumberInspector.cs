using NewCitizen.Errors;

namespace NewCitizen.Identity;

/// <summary>
/// Looks at the address code inside a citizen number (公民身份号码地址码核对): a code in no edition of the table, or one younger than the
/// birth, is worth a look. It warns, because tables have holes and numbers were sometimes given late; strict mode, to be
/// asked for, refuses. A code abolished since, even before the birth, is fine. Thread-safe if the look-up is.
/// </summary>
/// <param name="addressCodes">The dated division table.</param>
/// <param name="strict">Whether to answer with errors instead of warnings.</param>
public sealed class CitizenNumberInspector(IAddressCodeLookup addressCodes, bool strict = false)
{
    /// <summary>The warnings, or in strict mode the errors; none when all is well or there is no number.</summary>
    /// <param name="number">The number.</param>
    public IReadOnlyList<ErrorCode> Inspect(CitizenNumber number)
    {
        // 830000 is in no edition of GB/T 2260; 国办发〔2018〕81号 gives it to the permits of Taiwan residents, and 810000 and 820000 began with the permits, after most holders' births.
        if (!number.HasValue || number.DivisionCode is 810000 or 820000 or 830000)
        {
            return [];
        }

        if (!addressCodes.TryFind(number.DivisionCode, out var period))
        {
            return [strict ? IdentityErrors.UnknownAddressCodeRefused : IdentityErrors.UnknownAddressCode];
        }

        return period.From > number.BirthDate
            ? [strict ? IdentityErrors.AddressCodeYoungerThanBirthRefused : IdentityErrors.AddressCodeYoungerThanBirth]
            : [];
    }
}
