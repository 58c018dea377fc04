using NewCitizen.Divisions;
using NewCitizen.Housing;
using NewCitizen.People;

namespace Portal.Forms;

/// <summary>Small things in the reader's words.</summary>
public static class Show
{
    public static string Sex(Sex sex) => sex switch
    {
        NewCitizen.People.Sex.Male => Words.T("男", "Male"),
        NewCitizen.People.Sex.Female => Words.T("女", "Female"),
        _ => Words.T("未说明", "Not stated"),
    };

    public static string Kind(PropertyKind kind) => kind switch
    {
        PropertyKind.Dwelling => Words.T("住宅", "Dwelling"),
        PropertyKind.BlueCollarApartment => Words.T("蓝领公寓", "Blue-collar apartment"),
        PropertyKind.Dormitory => Words.T("单位宿舍", "Dormitory"),
        _ => Words.T("其他", "Other"),
    };

    public static string Use(RoomUse use) => use switch
    {
        RoomUse.Bedroom => Words.T("卧室", "Bedroom"),
        RoomUse.LivingRoom => Words.T("起居室", "Living room"),
        RoomUse.DormitoryRoom => Words.T("宿舍间", "Dormitory room"),
        RoomUse.Kitchen => Words.T("厨房", "Kitchen"),
        RoomUse.Bathroom => Words.T("卫生间", "Bathroom"),
        RoomUse.Balcony => Words.T("阳台", "Balcony"),
        RoomUse.Corridor => Words.T("过道", "Corridor"),
        RoomUse.UndergroundStorage => Words.T("地下储藏室", "Underground storage"),
        RoomUse.Garage => Words.T("车库", "Garage"),
        _ => Words.T("整套", "Whole unit"),
    };

    public static string Origin(string? code)
    {
        if (!DivisionCode.TryParse(code, out var division, out _))
        {
            return "—";
        }

        // Made-up people come from counties that do not exist; their province does.
        return DivisionTable.Default.FullName(division) ?? DivisionTable.Default.Find(division.Province)?.Name ?? division.ToString();
    }
}
