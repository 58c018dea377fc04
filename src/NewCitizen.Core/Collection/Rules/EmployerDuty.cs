using NewCitizen.Rules;

namespace NewCitizen.Collection.Rules;

/// <summary>What cures an employer's omission.</summary>
internal static class EmployerDuty
{
    public static Remedy Report { get; } = new("向公安机关报送劳动者信息，并告知其申报居住登记", "report the worker to the police and tell the worker to register the stay");

    public static Remedy ReportEnd { get; } = new("向公安机关报送已终止劳动关系的人员名单", "report to the police whose employment has ended");
}
