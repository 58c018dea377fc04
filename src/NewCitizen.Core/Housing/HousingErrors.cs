using NewCitizen.Errors;

namespace NewCitizen.Housing;

/// <summary>What can be wrong with homes and stays (NC21xx).</summary>
public static class HousingErrors
{
    internal static readonly ErrorFamily Family = new(2100, 2199);

    /// <summary>The room number is taken in this property.</summary>
    public static readonly ErrorCode RoomNumberTaken = Family.Error(2100, "该房屋已有同号房间", "the property has a room with this number already");

    /// <summary>The room is full.</summary>
    public static readonly ErrorCode RoomFull = Family.Error(2101, "房间已住满（上限{0}人）", "the room is full (limit {0})");

    /// <summary>The bed is taken.</summary>
    public static readonly ErrorCode BedTaken = Family.Error(2102, "该床位已有人入住", "somebody lives in this bed already");

    /// <summary>The room has no such bed, or has beds and none was named.</summary>
    public static readonly ErrorCode BedUnknown = Family.Error(2103, "房间没有该床位，或未指明床位", "the room has no such bed, or none was named");

    /// <summary>The person lives in this room already.</summary>
    public static readonly ErrorCode AlreadyLivesHere = Family.Error(2104, "该人员已入住此房间", "the person lives in this room already");

    /// <summary>The stay has ended or is not there.</summary>
    public static readonly ErrorCode StayNotOpen = Family.Error(2105, "没有该入住记录或已退房", "there is no such open stay");

    /// <summary>A period ends before it begins.</summary>
    public static readonly ErrorCode PeriodReversed = Family.Error(2106, "结束日期早于开始日期", "the period ends before it begins");

    /// <summary>A lease names neither tenants nor an employer, or both.</summary>
    public static readonly ErrorCode LeaseWithoutTenant = Family.Error(2107, "租赁合同须有承租人或包租单位之一", "a lease names either tenants or an employer");

    /// <summary>The lease does not cover this room or day.</summary>
    public static readonly ErrorCode LeaseDoesNotCover = Family.Error(2108, "租赁合同不包含该房间或该日期", "the lease does not cover this room or day");

    /// <summary>A text is empty or too long.</summary>
    public static readonly ErrorCode TextInvalid = Family.Error(2109, "内容为空或超过{0}个字符", "the text is empty or longer than {0} characters");

    /// <summary>An area or capacity out of range.</summary>
    public static readonly ErrorCode NumberOutOfRange = Family.Error(2110, "数值超出范围（{0} 至 {1}）", "the number is out of range ({0} to {1})");

    /// <summary>Two beds of a room have one label.</summary>
    public static readonly ErrorCode BedTwice = Family.Error(2111, "床位编号重复", "two beds have the same label");

    /// <summary>The property, room, lease or resident named is not there.</summary>
    public static readonly ErrorCode ReferenceMissing = Family.Error(2112, "所引用的{0}不存在", "the {0} that is referred to does not exist");

    /// <summary>A term longer than the law lets stand; {0} is the limit in years.</summary>
    public static readonly ErrorCode LeaseTooLong = Family.Warning(2150, "租期超过{0}年，超过部分无效（民法典第705条）", "the term is longer than {0} years; what exceeds them is void (Civil Code, Art. 705)");

    /// <summary>A first day far ahead.</summary>
    public static readonly ErrorCode MoveInFarAhead = Family.Warning(2151, "入住日期在一年以后，请核对", "the first day is more than a year ahead; check it");
}
