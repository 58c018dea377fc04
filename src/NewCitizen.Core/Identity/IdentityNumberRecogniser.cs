using NewCitizen.Errors;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Identity;

/// <summary>
/// Says of one text which kind of number it is, whether it is valid, and if not, why (号码识别). What is invalid still gets the kind
/// it was most likely meant to be, so that the error makes sense. Thread-safe if the inspector is.
/// </summary>
/// <remarks>
/// <para>The first row that fits decides; small letters and full-width signs count as their plain forms for this decision,
/// though the check that follows refuses full-width ones. A stated group skips the rows of other groups.</para>
/// <list type="table">
/// <listheader><term>Text</term><description>Kind</description></listheader>
/// <item><term>group organisation, or mobile</term><description><c>uscc</c>, or <c>mobile</c>, whatever the text</description></item>
/// <item><term>empty, or over 32 characters</term><description><c>citizen</c></description></item>
/// <item><term>11 digits; 13 digits from 861 or 14; from + or 00861</term><description><c>mobile</c> (only plain 11 digits are valid)</description></item>
/// <item><term>H, M, HA, MA and digits, 9–12 in all; 8 or 10 digits; 10 digits and a letter, also in brackets</term><description><c>travel-permit</c></description></item>
/// <item><term>16–20 characters that start like a number, valid as a person's number</term><description>from 9 <c>foreign-resident</c>, from 81–83 <c>hmt-permit</c>, else <c>citizen</c>: a date in the right place and a check character are no accident</description></item>
/// <item><term>… else valid as a credit code</term><description><c>uscc</c></description></item>
/// <item><term>… else with something like a birth date at 7–14</term><description>as a person's number</description></item>
/// <item><term>… else from 9, A, N or Y; or a published class (11, 12, 13, 51, 52, 53, 81) with letters where only credit codes have them; or two letters and more</term><description><c>uscc</c></description></item>
/// <item><term>… else</term><description>as a person's number</description></item>
/// <item><term>15 characters that start with three letters</term><description><c>foreign-resident</c>, old form</description></item>
/// <item><term>letters and digits, 5–20; or 9 digits</term><description><c>passport</c></description></item>
/// <item><term>anything else, 15 digits included</term><description><c>citizen</c> (15 digits: <see cref="IdentityErrors.HistoricalForm"/>)</description></item>
/// </list>
/// </remarks>
/// <param name="inspector">Adds what the division table says about citizen numbers; its strict errors make a number invalid.</param>
public sealed class IdentityNumberRecogniser(CitizenNumberInspector? inspector = null)
{
    /// <summary>Recognises one text.</summary>
    /// <param name="text">The text; spaces around it are not dropped.</param>
    /// <param name="group">What it should name; <see langword="null"/> if not known.</param>
    /// <param name="asOf">The last birth date accepted; <see langword="null"/> means today in China by the system clock.</param>
    public RecognisedNumber Recognise(ReadOnlySpan<char> text, NumberGroup? group = null, LocalDate? asOf = null)
    {
        var kind = NumberClassifier.Classify(text, group, asOf);
        ErrorCode? error;
        ErrorCode? warning = null;
        switch (kind)
        {
            case NumberKind.ForeignResident:
                _ = asOf is { } day ? ForeignResidentNumber.TryParse(text, day, out var foreign, out error) : ForeignResidentNumber.TryParse(text, out foreign, out error);
                warning = foreign.IsOldForm ? IdentityErrors.OldForeignForm : null;
                break;
            case NumberKind.TravelPermit:
                _ = TravelPermitNumber.TryParse(text, out var permit, out error);
                warning = permit.IsOldForm ? IdentityErrors.OldTravelPermitForm : null;
                break;
            case NumberKind.Passport:
                _ = PassportNumber.TryParse(text, out _, out error);
                break;
            case NumberKind.UnifiedSocialCreditCode:
                _ = UnifiedSocialCreditCode.TryParse(text, out var code, out error);
                warning = code.IsKnownEntityClass ? null : IdentityErrors.EntityClass;
                break;
            case NumberKind.Mobile:
                _ = MobileNumber.TryParse(text, out var mobile, out error);
                warning = mobile.IsAllocated ? null : PeopleErrors.MobileUnallocated;
                break;
            default:
                _ = asOf is { } today ? CitizenNumber.TryParse(text, today, out var citizen, out error) : CitizenNumber.TryParse(text, out citizen, out error);
                return error is null && inspector is not null ? Inspect(kind, inspector.Inspect(citizen)) : new RecognisedNumber(kind, error, []);
        }

        return new RecognisedNumber(kind, error, error is null && warning is not null ? [warning] : []);
    }

    private static RecognisedNumber Inspect(NumberKind kind, IReadOnlyList<ErrorCode> found)
    {
        foreach (var code in found)
        {
            if (code.Severity == IssueSeverity.Error)
            {
                return new RecognisedNumber(kind, code, []);
            }
        }

        return new RecognisedNumber(kind, Error: null, found);
    }
}
