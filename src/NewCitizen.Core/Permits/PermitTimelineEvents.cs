using NewCitizen.Residents;

namespace NewCitizen.Permits;

/// <summary>What permits put into a timeline (居住证档案事件).</summary>
public static class PermitTimelineEvents
{
    /// <summary>Applied for.</summary>
    public static TimelineEvent Applied { get; } = new("permit.applied", "申领居住证", "permit applied for");

    /// <summary>The application was accepted.</summary>
    public static TimelineEvent Accepted { get; } = new("permit.accepted", "居住证申领受理", "application accepted");

    /// <summary>The application was not accepted.</summary>
    public static TimelineEvent NotAccepted { get; } = new("permit.not-accepted", "居住证申领不予受理", "application not accepted");

    /// <summary>Issued.</summary>
    public static TimelineEvent Issued { get; } = new("permit.issued", "签发居住证", "permit issued");

    /// <summary>Refused.</summary>
    public static TimelineEvent Refused { get; } = new("permit.refused", "居住证不予签发", "permit refused");

    /// <summary>The application was taken back.</summary>
    public static TimelineEvent Withdrawn { get; } = new("permit.withdrawn", "撤回居住证申领", "application taken back");

    /// <summary>Endorsed.</summary>
    public static TimelineEvent Endorsed { get; } = new("permit.endorsed", "居住证签注", "permit endorsed");

    /// <summary>Suspended by the calendar.</summary>
    public static TimelineEvent Suspended { get; } = new("permit.suspended", "居住证使用功能中止", "permit suspended");

    /// <summary>Reported lost.</summary>
    public static TimelineEvent Lost { get; } = new("permit.lost", "居住证挂失", "permit reported lost");

    /// <summary>Replaced.</summary>
    public static TimelineEvent Replaced { get; } = new("permit.replaced", "换领、补领居住证", "permit replaced");

    /// <summary>The address on the card changed.</summary>
    public static TimelineEvent AddressChanged { get; } = new("permit.address-changed", "居住证地址变更", "address on the permit changed");

    /// <summary>Cancelled.</summary>
    public static TimelineEvent Cancelled { get; } = new("permit.cancelled", "注销居住证", "permit cancelled");
}
