using FluentValidation;
using NewCitizen.Housing;
using NewCitizen.Identity;

namespace NewCitizen.Validation.Housing;

/// <summary>Rules several housing commands share.</summary>
internal static class HousingRules
{
    public const int MaxLabel = 20;

    public static bool IsLabel(string? text) => text is not null && text.Trim().Length is >= 1 and <= MaxLabel && !text.Any(char.IsControl);

    /// <summary>A unified social credit code, if one is given; says why it is none.</summary>
    public static void CreditCode<T>(this IRuleBuilderInitial<T, string?> rule, string property) => rule.Custom((text, context) =>
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        if (!UnifiedSocialCreditCode.TryParse(text, out var code, out var error)) context.Say(property, error);
        else if (!code.IsKnownEntityClass) context.Say(property, IdentityErrors.EntityClass);
    });
}
