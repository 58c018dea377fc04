using System.Collections.Frozen;
using NewCitizen.Errors;

namespace NewCitizen.Exchange.Rosters;

/// <summary>Turns places in a command into places in the roster, where the office can find them.</summary>
internal static class RosterPlaces
{
    private static readonly FrozenDictionary<string, RosterField> s_fields = new Dictionary<string, RosterField>(StringComparer.Ordinal)
    {
        ["/name"] = RosterField.Name,
        ["/document"] = RosterField.DocumentNumber,
        ["/document/kind"] = RosterField.DocumentKind,
        ["/document/number"] = RosterField.DocumentNumber,
        ["/document/country"] = RosterField.DocumentNumber,
        ["/sex"] = RosterField.Sex,
        ["/birthDate"] = RosterField.BirthDate,
        ["/phone"] = RosterField.Phone,
        ["/ethnicity"] = RosterField.Ethnicity,
        ["/education"] = RosterField.Education,
        ["/maritalStatus"] = RosterField.MaritalStatus,
        ["/politicalStatus"] = RosterField.PoliticalStatus,
        ["/inflowReason"] = RosterField.InflowReason,
        ["/employer"] = RosterField.Employer,
        ["/occupation"] = RosterField.Occupation,
        ["/originAddress"] = RosterField.HukouAddress,
        ["/residence"] = RosterField.CurrentAddress,
        ["/residence/address"] = RosterField.CurrentAddress,
        ["/residence/registeredOn"] = RosterField.RegistrationDate,
        ["/residence/since"] = RosterField.MoveInDate,
        ["/residence/dwellingType"] = RosterField.DwellingKind,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static RosterField? FieldOf(Issue issue) =>
        issue.Location.Pointer is { } pointer && s_fields.TryGetValue(pointer, out var field) ? field : null;

    /// <summary>The issue at its cell, with fields named as the office names them.</summary>
    public static Issue Translate(Issue issue, RosterRow row)
    {
        var field = FieldOf(issue);
        var arguments = issue.Arguments;
        if (field is { } known && arguments.Count == 1 && issue.Location.Pointer!.EndsWith("/" + arguments[0], StringComparison.Ordinal))
        {
            arguments = [RosterFields.ChineseName(known)];
        }

        return new Issue(issue.Code, row.At(field), arguments);
    }
}
