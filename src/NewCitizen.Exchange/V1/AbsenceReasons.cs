namespace NewCitizen.Exchange.V1;

/// <summary>Values of <c>absent</c> (缺项原因): why a member is not there.</summary>
public static class AbsenceReasons
{
    /// <summary>The sender has it and may not hand it on (按协议不提供).</summary>
    public const string Withheld = "withheld";

    /// <summary>The sender asked and does not know (未知).</summary>
    public const string Unknown = "unknown";

    /// <summary>The sender does not collect it (未采集).</summary>
    public const string NotCollected = "not-collected";
}
