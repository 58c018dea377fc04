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

    /// <summary>A room that may not be lived in; {0} is the rule, {1} its source.</summary>
    public static readonly ErrorCode RoomNotForLiving = Family.Error(2120, "该空间不得单独出租用于居住（{0}，{1}）", "this space may not be let on its own for living ({0}, {1})");

    /// <summary>More people than the local standard lets live in a room; {0} is the limit, {1} the rule, {2} the standard.</summary>
    public static readonly ErrorCode RoomOverStandard = Family.Error(2121, "超过当地标准：该房间最多居住{0}人（{1}，{2}）", "more than the local standard: at most {0} in this room ({1}, {2})");

    /// <summary>A lease a rule forbids; {0} is the rule, {1} its source.</summary>
    public static readonly ErrorCode LeaseForbidden = Family.Error(2122, "合同违反规定，不能登记（{0}，{1}）", "a rule forbids this lease ({0}, {1})");

    /// <summary>The room is leased to an employer for its workers, and the stay is not under that lease.</summary>
    public static readonly ErrorCode UnderBlockLease = Family.Error(2123, "该房间已由单位包租，须按包租合同入住", "an employer has leased this room; the stay must be under that lease");

    /// <summary>The place moved to is the place moved from.</summary>
    public static readonly ErrorCode SamePlace = Family.Error(2124, "换入的位置与原位置相同", "the person lives in this place already");

    /// <summary>The file of standards is not JSON of the expected form.</summary>
    public static readonly ErrorCode PolicyUnreadable = Family.Error(2160, "居住标准文件无法读取，或有未知的项", "the file of occupancy standards cannot be read or has an unknown member");

    /// <summary>A standard without a division.</summary>
    public static readonly ErrorCode PolicyDivisionInvalid = Family.Error(2161, "居住标准须写六位行政区划代码", "a standard needs a division code of six digits");

    /// <summary>A standard without dates.</summary>
    public static readonly ErrorCode PolicyDateInvalid = Family.Error(2162, "居住标准的起止日期缺失或有误（yyyy-MM-dd）", "the dates of a standard are missing or wrong (yyyy-MM-dd)");

    /// <summary>A word of the file that is not known.</summary>
    public static readonly ErrorCode PolicyWordUnknown = Family.Error(2163, "居住标准文件中有未知的用词", "the file of standards has a word that is not known");

    /// <summary>Two standards of one division at once.</summary>
    public static readonly ErrorCode PoliciesOverlap = Family.Error(2164, "同一行政区划有两个标准同时有效", "two standards of one division hold at once");

    /// <summary>A lease that a rule finds fault with; {0} is the rule, {1} its source.</summary>
    public static readonly ErrorCode LeaseAgainstRule = Family.Warning(2152, "合同与规定不符（{0}，{1}）", "the lease does not agree with a rule ({0}, {1})");

    /// <summary>A term longer than the law lets stand; {0} is the limit in years.</summary>
    public static readonly ErrorCode LeaseTooLong = Family.Warning(2150, "租期超过{0}年，超过部分无效（民法典第705条）", "the term is longer than {0} years; what exceeds them is void (Civil Code, Art. 705)");

    /// <summary>A first day far ahead.</summary>
    public static readonly ErrorCode MoveInFarAhead = Family.Warning(2151, "入住日期在一年以后，请核对", "the first day is more than a year ahead; check it");
}
