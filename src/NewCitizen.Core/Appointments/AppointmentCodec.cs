using NewCitizen.Identity;
using NewCitizen.People;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>Small conversions that the mappers of appointments share.</summary>
internal static class AppointmentCodec
{
    private static readonly string[] s_statuses = ["held", "offered", "booked", "arrived", "served", "no-show", "cancelled", "lapsed", "to-call"];
    private static readonly string[] s_waiting = ["waiting", "offered", "accepted", "declined", "missed", "withdrawn"];

    public static string Code(AppointmentStatus status) => s_statuses[(int)status];

    public static AppointmentStatus Status(string code) => (AppointmentStatus)Array.IndexOf(s_statuses, code);

    public static string Code(WaitlistStatus status) => s_waiting[(int)status];

    public static WaitlistStatus WaitlistStatus(string code) => (WaitlistStatus)Array.IndexOf(s_waiting, code);

    public static int Minute(LocalTime time) => (time.Hour * 60) + time.Minute;

    public static LocalTime Time(int minute) => new(minute / 60, minute % 60);

    public static string Places(IReadOnlyList<SlotPlace> places) => places.Count == 1
        ? Place(places[0])
        : string.Join(',', places.Select(Place));

    public static IReadOnlyList<SlotPlace> Places(string text) =>
        [.. text.Split(',').Select(place => new SlotPlace(new LocalTime(Number(place, 0), Number(place, 3)), place[6..]))];

    public static AppointmentBodies.Person? Write(BookedPerson? person) => person is null ? null : new()
    {
        Name = person.Name.ToString("F"),
        DocumentKind = (int)person.Document.Kind,
        Number = person.Document.RevealNumber(),
        Country = person.Document.IssuingCountry,
        ValidFrom = person.Document.ValidFrom,
        ValidUntil = person.Document.ValidUntil,
        Phone = person.Phone.HasValue ? person.Phone.ToString("F") : null,
    };

    // Accepted once; a system clock set back must not make reading it fail.
    public static BookedPerson? Read(AppointmentBodies.Person? person) => person is null ? null : new(
        PersonName.Parse(person.Name),
        IdentityDocument.Create((IdentityDocumentKind)person.DocumentKind, person.Number, person.Country, person.ValidFrom, person.ValidUntil, LocalDate.MaxIsoValue),
        person.Phone is null ? default : MobileNumber.Parse(person.Phone));

    private static string Place(SlotPlace place) => $"{SlotKeys.Clock(place.Start)}/{place.Lane}";

    private static int Number(string text, int at) => ((text[at] - '0') * 10) + text[at + 1] - '0';
}
