namespace NewCitizen.Housing.Policies;

/// <summary>What a city asks of a house that reaches its group-rental threshold (群租义务).</summary>
public enum GroupRentalDuty
{
    /// <summary>A person in charge (管理员).</summary>
    Manager,

    /// <summary>A register of those who live there (登记簿).</summary>
    Register,

    /// <summary>Filing with the police (公安备案).</summary>
    PoliceFiling,

    /// <summary>House rules on the wall (管理制度).</summary>
    Rules,

    /// <summary>Cameras at entrances and corridors (视频监控).</summary>
    Cctv,

    /// <summary>Extinguishers and smoke alarms (消防器材).</summary>
    FireKit,
}
