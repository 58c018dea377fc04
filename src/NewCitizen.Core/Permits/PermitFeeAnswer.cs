using System.Globalization;

namespace NewCitizen.Permits;

/// <summary>What an act costs (工本费).</summary>
/// <param name="Yuan">The fee; 0 is free. Null if the city's fee is not configured.</param>
public readonly record struct PermitFeeAnswer(decimal? Yuan)
{
    /// <summary>Whether the fee is known.</summary>
    public bool IsConfigured => Yuan is not null;

    /// <summary>What an act costs: the first issue and every endorsement nothing, a replacement what the city has laid down (第二十一条).</summary>
    /// <param name="act">The act.</param>
    /// <param name="policy">What holds in the city; null if nothing is configured.</param>
    public static PermitFeeAnswer For(PermitAct act, PermitPolicy? policy) => new(act == PermitAct.Replace ? policy?.ReplacementFeeYuan : 0m);

    /// <summary>The fee, or <c>NotConfigured</c>.</summary>
    public override string ToString() => Yuan is { } yuan ? yuan.ToString("0.##", CultureInfo.InvariantCulture) : "NotConfigured";
}
