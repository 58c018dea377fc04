using System.Globalization;

namespace NewCitizen.Identity;

/// <summary>Names of the kinds of identity document (证件类型名称), and how to find a kind by code or name.</summary>
public static class IdentityDocumentKinds
{
    private static readonly (IdentityDocumentKind Kind, string Chinese, string English, string[] Aliases)[] s_names =
    [
        (IdentityDocumentKind.ResidentIdentityCard, "居民身份证", "resident identity card", ["身份证", "二代身份证", "第二代居民身份证", "公民身份证", "中国居民身份证", "内地居民身份证"]),
        (IdentityDocumentKind.TemporaryIdentityCard, "临时居民身份证", "temporary resident identity card", ["临时身份证"]),
        (IdentityDocumentKind.HouseholdRegister, "居民户口簿", "household register", ["户口簿", "户口本"]),
        (IdentityDocumentKind.Passport, "护照", "passport", ["普通护照", "外国护照", "中国护照", "外国人护照"]),
        (IdentityDocumentKind.TaiwanTravelPermit, "台湾居民来往大陆通行证", "mainland travel permit for Taiwan residents", ["台胞证", "台湾通行证", "台湾同胞来往内地通行证"]),
        (IdentityDocumentKind.HongKongMacaoTravelPermit, "港澳居民来往内地通行证", "mainland travel permit for Hong Kong and Macao residents", ["回乡证", "港澳通行证", "港澳居民通行证", "港澳居民来往内地通行证(非中国籍)"]),
        (IdentityDocumentKind.ForeignPermanentResidentCard, "外国人永久居留身份证", "foreign permanent resident identity card", ["外国人永久居留证", "永久居留身份证", "五星卡"]),
        (IdentityDocumentKind.ForeignerResidencePermit, "外国人居留证件", "foreigner residence permit", ["外国人居留证", "外国人居留许可"]),
        (IdentityDocumentKind.HmtResidencePermit, "港澳台居民居住证", "residence permit for Hong Kong, Macao and Taiwan residents", ["港澳居民居住证", "台湾居民居住证"]),
    ];

    /// <summary>All kinds in the order of their codes.</summary>
    public static IReadOnlyList<IdentityDocumentKind> All { get; } = [.. s_names.Select(name => name.Kind)];

    /// <summary>The official name: Chinese for a culture <c>zh*</c>, English for all others.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="culture">The reader's culture; <see langword="null"/> means the current UI culture.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such kind.</exception>
    public static string Name(this IdentityDocumentKind kind, CultureInfo? culture = null)
    {
        foreach (var name in s_names)
        {
            if (name.Kind == kind)
            {
                return (culture ?? CultureInfo.CurrentUICulture).TwoLetterISOLanguageName == "zh" ? name.Chinese : name.English;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(kind));
    }

    /// <summary>Finds a kind by its code (<c>111</c>), name in either language, or a name offices use (<c>身份证</c>, <c>回乡证</c>). Surrounding spaces do not matter.</summary>
    /// <param name="text">Code or name.</param>
    /// <param name="kind">The kind.</param>
    public static bool TryFind(ReadOnlySpan<char> text, out IdentityDocumentKind kind)
    {
        text = text.Trim();
        var code = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        foreach (var name in s_names)
        {
            kind = name.Kind;
            if ((int)kind == code || text.SequenceEqual(name.Chinese) || text.Equals(name.English, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }

            foreach (var alias in name.Aliases)
            {
                if (text.SequenceEqual(alias))
                {
                    return true;
                }
            }
        }

        kind = IdentityDocumentKind.None;
        return false;
    }
}
