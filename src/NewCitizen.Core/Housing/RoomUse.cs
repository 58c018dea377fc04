namespace NewCitizen.Housing;

/// <summary>What a room was designed for (房间用途). Which of them may be let alone is a rule of law, not of this list.</summary>
public enum RoomUse
{
    /// <summary>Bedroom (卧室).</summary>
    Bedroom,

    /// <summary>Living room (起居室).</summary>
    LivingRoom,

    /// <summary>Dormitory room (宿舍间).</summary>
    DormitoryRoom,

    /// <summary>Kitchen (厨房).</summary>
    Kitchen,

    /// <summary>Bathroom (卫生间).</summary>
    Bathroom,

    /// <summary>Balcony (阳台).</summary>
    Balcony,

    /// <summary>Corridor (过道).</summary>
    Corridor,

    /// <summary>Underground storage (地下储藏室).</summary>
    UndergroundStorage,

    /// <summary>Garage (车库).</summary>
    Garage,

    /// <summary>A whole flat let as one (整套).</summary>
    WholeUnit,
}
