using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Appointments;
using NewCitizen.Appointments.Credit;
using NewCitizen.Audit;
using NewCitizen.Calendars;
using NewCitizen.Cases;
using NewCitizen.Checklists;
using NewCitizen.Codes;
using NewCitizen.Collection;
using NewCitizen.Divisions;
using NewCitizen.Grid;
using NewCitizen.Hosting;
using NewCitizen.Housing;
using NewCitizen.Identity;
using NewCitizen.Maintenance;
using NewCitizen.People;
using NewCitizen.Permits;
using NewCitizen.Privacy;
using NewCitizen.Queues;
using NewCitizen.Relays;
using NewCitizen.Residents;
using NewCitizen.Residents.Claims;
using NewCitizen.Rules;
using NewCitizen.Services;
using NewCitizen.Storage;
using NewCitizen.Validation;

namespace NewCitizen.Errors;

/// <summary>Every error code of the SDK (错误码目录), as used by exceptions, validation, wire reports and ProblemDetails alike.</summary>
public static class ErrorCatalogue
{
    // One line a feature; a test finds a family that is missing here.
    private static readonly ErrorFamily[] s_families =
    [
        IdentityErrors.Family,
        PeopleErrors.Family,
        CodeErrors.Family,
        DivisionErrors.Family,
        AddressErrors.Family,
        CalendarErrors.Family,
        ResidentErrors.Family,
        PersonDirectoryErrors.Family,
        HousingErrors.Family,
        QueueErrors.Family,
        ServiceErrors.Family,
        AppointmentErrors.Family,
        CreditErrors.Family,
        CaseErrors.Family,
        PermitErrors.Family,
        RuleErrors.Family,
        GridErrors.Family,
        CollectionErrors.Family,
        ChecklistErrors.Family,
        StorageErrors.Family,
        RelayErrors.Family,
        PrivacyErrors.Family,
        AuditErrors.Family,
        JobErrors.Family,
        AccessErrors.Family,
        TableErrors.Family,
        RosterErrors.Family,
        ExchangeErrors.Family,
        WebErrors.Family,
        HostingErrors.Family,
        ValidationErrors.Family,
        CommandLineErrors.Family,
    ];

    private static readonly FrozenDictionary<string, ErrorCode> s_byValue =
        s_families.SelectMany(family => family.Codes).ToFrozenDictionary(code => code.Value, StringComparer.Ordinal);

    /// <summary>All codes in the order of their numbers.</summary>
    public static IReadOnlyList<ErrorCode> All { get; } = [.. s_byValue.Values.OrderBy(code => code.Number)];

    /// <summary>Finds a code by its printed form.</summary>
    /// <param name="value">Such as <c>NC1001</c>; case matters.</param>
    /// <param name="code">The entry, if there is one.</param>
    public static bool TryFind(string value, [NotNullWhen(true)] out ErrorCode? code) => s_byValue.TryGetValue(value, out code);
}
