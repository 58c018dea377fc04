using System.Diagnostics.CodeAnalysis;
using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Identity;

/// <summary>The number of a document after the check of its kind: full, masked, and as a key for matching.</summary>
internal readonly record struct CheckedNumber(string Full, string Masked, string MatchKey)
{
    public static bool TryRead(IdentityDocumentKind kind, ReadOnlySpan<char> text, string country, LocalDate? asOf, out CheckedNumber number, [NotNullWhen(false)] out ErrorCode? error)
    {
        number = default;
        switch (kind)
        {
            case IdentityDocumentKind.ResidentIdentityCard or IdentityDocumentKind.TemporaryIdentityCard or IdentityDocumentKind.HouseholdRegister:
                if (ReadCitizen(text, asOf, out var citizen, out error))
                {
                    error = citizen.IsHmtPermit ? IdentityErrors.KindMismatch : null;
                    number = Of(citizen, "citizen:");
                }

                break;
            case IdentityDocumentKind.HmtResidencePermit:
                if (ReadCitizen(text, asOf, out var permit, out error))
                {
                    error = permit.IsHmtPermit ? null : IdentityErrors.KindMismatch;
                    number = Of(permit, "citizen:");
                }

                break;
            case IdentityDocumentKind.ForeignPermanentResidentCard:
                if (asOf is { } day ? ForeignResidentNumber.TryParse(text, day, out var foreign, out error) : ForeignResidentNumber.TryParse(text, out foreign, out error))
                {
                    number = Of(foreign, "foreign-resident:");
                }

                break;
            case IdentityDocumentKind.TaiwanTravelPermit or IdentityDocumentKind.HongKongMacaoTravelPermit:
                if (TravelPermitNumber.TryParse(text, out var travel, out error))
                {
                    var taiwan = travel.Holder == TravelPermitHolder.Taiwan;
                    error = taiwan == (kind == IdentityDocumentKind.TaiwanTravelPermit) ? null : IdentityErrors.KindMismatch;
                    number = Of(travel, string.Empty) with { MatchKey = (taiwan ? "taiwan-permit:" : "hm-permit:") + travel.ToLifelongText() };
                }

                break;
            case IdentityDocumentKind.Passport:
                if (PassportNumber.TryParse(text, out var passport, out error))
                {
                    number = Of(passport, $"passport:{country}:");
                }

                break;
            case IdentityDocumentKind.ForeignerResidencePermit:
                // Stickers and cards of several series; like passports, only length and characters are common to all.
                if (PassportNumber.TryParse(text, out var sticker, out error))
                {
                    number = Of(sticker, "foreigner-permit:");
                }

                break;
            default:
                error = IdentityErrors.UnknownKind;
                break;
        }

        return error is null;
    }

    public override string ToString() => Masked;

    private static bool ReadCitizen(ReadOnlySpan<char> text, LocalDate? asOf, out CitizenNumber number, [NotNullWhen(false)] out ErrorCode? error) =>
        asOf is { } day ? CitizenNumber.TryParse(text, day, out number, out error) : CitizenNumber.TryParse(text, out number, out error);

    private static CheckedNumber Of<T>(T number, string prefix)
        where T : struct, INumberText<T>
    {
        var full = NumberText.ToString(number, "F");
        return new CheckedNumber(full, NumberText.ToString(number, "M"), prefix + full);
    }
}
