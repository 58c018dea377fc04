namespace NewCitizen.Testing.Halls;

/// <summary>What kind of day to play (模拟日类型).</summary>
public enum HallDayKind
{
    /// <summary>普通: arrivals spread over the day with a rise in the morning and after noon; most windows are busy.</summary>
    Usual,

    /// <summary>清闲: half as many people for the same windows.</summary>
    Quiet,

    /// <summary>繁忙: more people than the windows can keep up with at times.</summary>
    Busy,

    /// <summary>早高峰: a third of all come in the first hour.</summary>
    MorningRush,

    /// <summary>午后减窗: some windows close at noon.</summary>
    ClosesAtNoon,

    /// <summary>事项差异大: one line for items of 3 and of 25 minutes.</summary>
    MixedItems,
}
