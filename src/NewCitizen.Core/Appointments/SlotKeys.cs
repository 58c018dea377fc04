using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Centres;
using NewCitizen.Services;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Appointments;

/// <summary>Texts by which slots and appointments are ordered, and ids that follow from them.</summary>
internal static class SlotKeys
{
    // Above every digit, letter and hyphen a key may go on with.
    private const char Above = '~';

    public static string Plan(ServiceCentreId centre, string plan) => $"{centre.Value:N}/{plan}/";

    public static string Day(ServiceCentreId centre, string plan, LocalDate date) => $"{centre.Value:N}/{plan}/{Iso(date)}/";

    public static string Slot(ServiceCentreId centre, string plan, LocalDate date, LocalTime start, string lane) => $"{centre.Value:N}/{plan}/{Iso(date)}/{Clock(start)}/{lane}";

    public static string Visit(ServiceCentreId centre, LocalDate date, LocalTime start, string plan) => $"{centre.Value:N}/{Iso(date)}/{Clock(start)}/{plan}";

    public static string VisitDay(ServiceCentreId centre, LocalDate date) => $"{centre.Value:N}/{Iso(date)}/";

    public static string VisitFrom(ServiceCentreId centre) => $"{centre.Value:N}/";

    public static string Line(ServiceCentreId centre, string plan, LocalDate date, Instant joined, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{centre.Value:N}/{plan}/{Iso(date)}/{joined.ToUnixTimeMilliseconds():D15}/{id:N}");

    public static string ItemLane(ServiceItemId item) => $"item:{item.Value:N}";

    /// <summary>All keys that begin with a prefix.</summary>
    public static FieldFilter Under(string field, string prefix) => FieldFilter.Range(field, FieldValue.Text(prefix), FieldValue.Text(prefix + Above));

    public static FieldFilter Between(string field, string from, string before) => FieldFilter.Range(field, FieldValue.Text(from), FieldValue.Text(before));

    public static Guid Id(string kind, string key)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{key}"), hash);
        return new Guid(hash[..16], bigEndian: true);
    }

    public static Guid SlotId(ServiceCentreId centre, string plan, LocalDate date, LocalTime start, string lane) => Id("slot", Slot(centre, plan, date, start, lane));

    public static Guid LineId(ServiceCentreId centre, string plan, LocalDate date) => Id("line", Day(centre, plan, date));

    public static string Iso(LocalDate date) => string.Create(CultureInfo.InvariantCulture, $"{date.Year:D4}-{date.Month:D2}-{date.Day:D2}");

    public static string Clock(LocalTime time) => string.Create(CultureInfo.InvariantCulture, $"{time.Hour:D2}:{time.Minute:D2}");
}
