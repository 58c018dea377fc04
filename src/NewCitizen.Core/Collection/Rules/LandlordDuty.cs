using NewCitizen.Rules;

namespace NewCitizen.Collection.Rules;

/// <summary>What cures a landlord's omission.</summary>
internal static class LandlordDuty
{
    public static Remedy Report { get; } = new("向公安派出所报送承租人和实际居住人信息", "report the tenant and those who live there to the police station");

    public static Remedy ReportEnd { get; } = new("向公安派出所报送租赁已终止", "report to the police station that the lease has ended");

    public static Remedy Check { get; } = new("查验承租人有效身份证件；拒绝出示的不得出租", "check the tenant's valid document; do not let to who refuses to show one");
}
