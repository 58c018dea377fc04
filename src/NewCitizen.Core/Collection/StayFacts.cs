using System.Globalization;
using NewCitizen.People;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Collection;

/// <summary>Names of the facts of a stay (居住信息项), and which values they can have. Lower case with hyphens.</summary>
public static class StayFacts
{
    /// <summary>First day of the stay.</summary>
    public const string ArrivedOn = "arrived-on";

    /// <summary>First day no longer there.</summary>
    public const string LeftOn = "left-on";

    /// <summary>Number of the room.</summary>
    public const string Room = "room";

    /// <summary>Label of the bed.</summary>
    public const string Bed = "bed";

    /// <summary>Mobile number.</summary>
    public const string Phone = "phone";

    /// <summary>Employer.</summary>
    public const string Employer = "employer";

    /// <summary>Reason for coming, GB/T 31000.</summary>
    public const string InflowReason = "inflow-reason";

    /// <summary>Kind of dwelling, GB/T 31000.</summary>
    public const string DwellingType = "dwelling-type";

    /// <summary>How many days the person means to stay, 1 to 36,500.</summary>
    public const string PlannedDays = "planned-days";

    /// <summary>Longest value in characters.</summary>
    public const int MaxValue = 200;

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> All { get; } = [ArrivedOn, LeftOn, Room, Bed, Phone, Employer, InflowReason, DwellingType, PlannedDays];

    /// <summary>The value as it is kept, so that two spellings of one value are equal; null if it cannot be one.</summary>
    internal static string? Read(string name, string? value)
    {
        var text = value?.Trim() ?? string.Empty;
        return text.Length is 0 or > MaxValue || text.Any(char.IsControl) ? null : name switch
        {
            ArrivedOn or LeftOn => LocalDatePattern.Iso.Parse(text).Success ? text : null,
            Phone => MobileNumber.TryParseLenient(text, out var phone, out _) ? phone.ToString("F") : null,
            PlannedDays => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 36_500
                ? days.ToString(CultureInfo.InvariantCulture)
                : null,
            _ => text,
        };
    }

    internal static string Mask(string name, string value) => name switch
    {
        Phone => MobileNumber.TryParseLenient(value, out var phone, out _) ? phone.ToString() : "***",
        Employer => value.Length > 2 ? value[..2] + "***" : "***",
        _ => value,
    };

    internal static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
