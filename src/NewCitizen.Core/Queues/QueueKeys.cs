using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewCitizen.Centres;
using NewCitizen.Storage;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Queues;

/// <summary>Ids and keys of the queue's records, made from what they are about, so that the first who needs a record makes it.</summary>
internal static class QueueKeys
{
    public static Guid Counter(ServiceCentreId centre, LocalDate day, string prefix) => Hash($"ticket_counter {centre} {Iso(day)} {prefix}");

    public static Guid Duty(ServiceCentreId centre, LocalDate day, string window) => Hash($"window_duty {centre} {Iso(day)} {window}");

    public static Guid Calls(ServiceCentreId centre, LocalDate day) => Hash($"queue_day {centre} {Iso(day)}");

    public static Guid Repeated(string agency, string requestKey) => Hash($"queue.ticket {agency} {requestKey}");

    public static string CentreDay(ServiceCentreId centre, LocalDate day) => $"{centre.Value:N}/{Iso(day)}";

    public static string OfDay(ServiceCentreId centre, LocalDate day, string what) => $"{centre.Value:N}/{Iso(day)}/{what}";

    public static FieldValue Id(Guid id) => FieldValue.Bytes(id.ToByteArray(bigEndian: true));

    public static Guid Id(FieldValue value) => new(value.AsBytes(), bigEndian: true);

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static Guid Hash(FormattableString text) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString(CultureInfo.InvariantCulture))).AsSpan(0, 16), bigEndian: true);
}
