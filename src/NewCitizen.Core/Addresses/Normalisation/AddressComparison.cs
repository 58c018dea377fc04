using System.Globalization;

namespace NewCitizen.Addresses.Normalisation;

/// <summary>The outcome of comparing two addresses, with the part that decided (地址比对结果).</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="Part">Name of the part that decided, such as <c>street</c>, <c>building</c> or <c>room</c>; <c>all</c> when they agree. Never a value.</param>
/// <param name="Chinese">Why, in Chinese; without the addresses.</param>
/// <param name="English">Why, in English.</param>
public sealed record AddressComparison(AddressVerdict Verdict, string Part, string Chinese, string English)
{
    /// <summary>The reason for a reader: Chinese for <c>zh*</c>, English for all others.</summary>
    /// <param name="culture">The reader's culture; null means the current UI culture.</param>
    public string Text(CultureInfo? culture = null) =>
        string.Equals((culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName, "zh", StringComparison.Ordinal) ? Chinese : English;

    /// <summary>Verdict and part; no address.</summary>
    public override string ToString() => $"{Verdict}: {Part}";

    internal static AddressComparison Same(bool partial) => partial
        ? new(AddressVerdict.Same, "all", "两处写明的部分一致，略写的部分不影响判断", "what both say agrees; what one leaves out does not matter")
        : new(AddressVerdict.Same, "all", "各部分一致", "all parts agree");

    internal static AddressComparison Different(string part, string chinese) => new(AddressVerdict.Different, part, $"{chinese}不同", $"they differ in {part}");

    internal static AddressComparison Deeper(string part, string chinese) => new(AddressVerdict.Different, part, $"只有一处写到{chinese}：一处是另一处的一部分", $"only one goes down to the {part}: it is a part of the other");

    internal static AddressComparison Unsure(string part, string chinese) => new(AddressVerdict.Unsure, part, $"{chinese}不明，不能确定", $"the {part} is not clear");
}
