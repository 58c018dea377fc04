namespace NewCitizen.Services;

/// <summary>Where a service item can be asked for (办理渠道). Flags.</summary>
[Flags]
public enum ServiceChannels
{
    /// <summary>Nowhere at present (暂停办理).</summary>
    None = 0,

    /// <summary>窗口: at a window of a service hall.</summary>
    Window = 1,

    /// <summary>网上: on a portal, phone or in an app.</summary>
    Online = 2,

    /// <summary>自助: at a kiosk.</summary>
    Kiosk = 4,

    /// <summary>代办: through a grid worker, landlord or employer.</summary>
    Collector = 8,
}
