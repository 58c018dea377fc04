namespace NewCitizen.Exchange.Tests.Rosters;

/// <summary>What is unusual about a row of a <see cref="MessyRoster"/>.</summary>
public enum MessyFault
{
    None,
    FullWidthNumber,
    LeadingApostrophe,
    TrailingBlanks,
    InvisibleCharacters,
    FifteenDigits,
    ChineseDate,
    CompactDate,
    DottedDate,
    SerialDate,
    DateWithTime,
    FourByteCharacter,
    LineBreakInRemark,
    QuotedComma,
    FormulaInRemark,
    PhoneWithCountryCode,
    DamagedNumber,
    WrongCheckDigit,
    TwoDigitYear,
    DateWithoutDay,
    NoSuchDate,
    FormulaName,
    BlankName,
    BlankNumber,
    RepeatedRow,
}
