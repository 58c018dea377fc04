namespace NewCitizen.Errors;

/// <summary>What is wrong with exchange documents, or stops their export (NC50xx). Values of a document are never part of a text.</summary>
public static class ExchangeErrors
{
    internal static readonly ErrorFamily Family = new(5000, 5099);

    /// <summary>Bytes that are not UTF-8.</summary>
    public static readonly ErrorCode NotUtf8 = Family.Error(5000, "该行不是有效的 UTF-8", "the line is not valid UTF-8");

    /// <summary>A line above the limit; {0} is the limit in bytes.</summary>
    public static readonly ErrorCode LineTooLong = Family.Error(5001, "该行超过 {0} 字节", "the line is longer than {0} bytes");

    /// <summary>Not JSON; {0} is the byte position in the line, from 0.</summary>
    public static readonly ErrorCode NotJson = Family.Error(5002, "该行不是有效的 JSON（第 {0} 字节起）", "the line is not valid JSON (from byte {0})");

    /// <summary>A member given twice.</summary>
    public static readonly ErrorCode DuplicateMember = Family.Error(5003, "对象中有重复的成员名", "an object holds the same member twice");

    /// <summary>Half of a surrogate pair, written as an escape.</summary>
    public static readonly ErrorCode LoneSurrogate = Family.Error(5004, "文本含有不成对的代理项转义", "a text holds an escape for half a character");

    /// <summary>Nothing tells which document type the file holds.</summary>
    public static readonly ErrorCode UnknownType = Family.Error(5005, "无法判断文件的文档类型，请指明", "nothing tells the document type of the file; name it");

    /// <summary>No record in the file.</summary>
    public static readonly ErrorCode NoRecords = Family.Error(5006, "文件中没有记录", "the file holds no record");

    /// <summary>A value of another JSON type; {0} is the type asked for.</summary>
    public static readonly ErrorCode WrongType = Family.Error(5010, "类型不对，应为 {0}", "wrong type; {0} is needed");

    /// <summary>A member that must be there; {0} is its name.</summary>
    public static readonly ErrorCode MemberMissing = Family.Error(5011, "缺少必填成员 {0}", "the required member {0} is missing");

    /// <summary>A member the document type does not have.</summary>
    public static readonly ErrorCode UnknownMember = Family.Error(5012, "存在文档类型未定义的成员", "there is a member the document type does not have");

    /// <summary>Not one of the values allowed; {0} is the code list or member.</summary>
    public static readonly ErrorCode NotAllowed = Family.Error(5013, "不在允许的取值（{0}）之内", "not one of the values allowed ({0})");

    /// <summary>Too short; {0} is the least number of characters.</summary>
    public static readonly ErrorCode TooShort = Family.Error(5014, "少于 {0} 个字符", "shorter than {0} characters");

    /// <summary>Too long; {0} is the greatest number of characters.</summary>
    public static readonly ErrorCode TooLong = Family.Error(5015, "多于 {0} 个字符", "longer than {0} characters");

    /// <summary>Not of the form asked for.</summary>
    public static readonly ErrorCode WrongForm = Family.Error(5016, "格式不符", "not of the form asked for");

    /// <summary>Of the form of a day, moment or id, but none; {0} is the format.</summary>
    public static readonly ErrorCode WrongFormat = Family.Error(5017, "不是有效的 {0}", "not a valid {0}");

    /// <summary>Below the least number; {0} is it.</summary>
    public static readonly ErrorCode TooSmall = Family.Error(5018, "小于 {0}", "less than {0}");

    /// <summary>Above the greatest number; {0} is it.</summary>
    public static readonly ErrorCode TooGreat = Family.Error(5019, "大于 {0}", "greater than {0}");

    /// <summary>Too few items or members; {0} is the least number.</summary>
    public static readonly ErrorCode TooFew = Family.Error(5020, "少于 {0} 项", "fewer than {0} items");

    /// <summary>Too many items or members; {0} is the greatest number.</summary>
    public static readonly ErrorCode TooMany = Family.Error(5021, "多于 {0} 项", "more than {0} items");

    /// <summary>The operation is missing or not one of the type's.</summary>
    public static readonly ErrorCode UnknownOperation = Family.Error(5022, "操作（op）缺失或不属于该文档类型", "the operation (op) is missing or not one of the document type");

    /// <summary>An end that is not after its start.</summary>
    public static readonly ErrorCode PeriodOrder = Family.Error(5030, "终止日早于起始日", "the end is before the start");

    /// <summary>An extension key given twice.</summary>
    public static readonly ErrorCode ExtensionTwice = Family.Error(5032, "扩展项的键重复", "an extension key is given twice");

    /// <summary>A record merged into itself.</summary>
    public static readonly ErrorCode MergedIntoItself = Family.Error(5033, "记录不能并入自身", "a record cannot be merged into itself");

    /// <summary>An empty line.</summary>
    public static readonly ErrorCode BlankLine = Family.Warning(5040, "空行，已跳过", "an empty line was skipped");

    /// <summary>A byte order mark.</summary>
    public static readonly ErrorCode ByteOrderMark = Family.Warning(5041, "文件带有 BOM，已忽略", "the file starts with a byte order mark, which was ignored");

    /// <summary>A code no table knows; {0} is the code list.</summary>
    public static readonly ErrorCode UnknownCode = Family.Warning(5042, "代码不在代码表“{0}”中", "the code is not in the code table \"{0}\"");

    /// <summary>The birth date is in none of the citizen numbers.</summary>
    public static readonly ErrorCode BirthDateDiffers = Family.Warning(5043, "出生日期与证件号码均不一致，请核对", "the birth date is in none of the citizen numbers");

    /// <summary>The place for an export is taken.</summary>
    public static readonly ErrorCode TargetExists = Family.Error(5060, "目标目录已存在且不为空", "the target directory exists and is not empty");

    /// <summary>The place for an export cannot be written.</summary>
    public static readonly ErrorCode TargetUnwritable = Family.Error(5061, "无法写入目标目录", "the target directory cannot be written");

    /// <summary>A stay at an address that is not on file.</summary>
    public static readonly ErrorCode AddressMissing = Family.Error(5062, "居住登记所指的地址不在库中，导出已中止", "a stay names an address that is not on file; the export was stopped");
}
