namespace NewCitizen.Errors;

/// <summary>What is wrong with a resident roster: its heading and single cells (NC4050–NC4149, 花名册错误).</summary>
public static class RosterErrors
{
    internal static readonly ErrorFamily Family = new(4050, 4149);

    /// <summary>No heading row near the top; {0} is the number of rows looked at.</summary>
    public static readonly ErrorCode NoHeadingRow = Family.Error(4050, "前 {0} 行中没有找到表头", "no heading row was found in the first {0} rows");

    /// <summary>A heading every roster must have is missing; {0} is the field.</summary>
    public static readonly ErrorCode MissingHeading = Family.Error(4051, "缺少必需的列：{0}", "a required column is missing: {0}");

    /// <summary>Two columns mean the same field; {0} is the field.</summary>
    public static readonly ErrorCode DuplicateHeading = Family.Error(4052, "有多列对应同一字段：{0}", "several columns mean the same field: {0}");

    /// <summary>A heading we do not know; the column is kept as additional information.</summary>
    public static readonly ErrorCode UnknownHeading = Family.Warning(4053, "未识别的列，按附加信息保存", "the column is not known; it is kept as additional information");

    /// <summary>The mapping file cannot be read or names a field that does not exist.</summary>
    public static readonly ErrorCode InvalidMapping = Family.Error(4054, "列映射文件无效", "the mapping file is not valid");

    /// <summary>A cell that must hold something is blank; {0} is the field.</summary>
    public static readonly ErrorCode RequiredBlank = Family.Error(4055, "必填项为空：{0}", "a required cell is blank: {0}");

    /// <summary>An identity number that a spreadsheet turned into a number: digits past the fifteenth are lost for good.</summary>
    public static readonly ErrorCode NumberDamaged = Family.Error(4056, "证件号码已被电子表格转为数值，末尾数字可能丢失，请按原件以文本重新录入", "a spreadsheet turned the document number into a number and may have lost its last digits; enter it again as text from the document");

    /// <summary>A document number stored as a number, still exact; leading zeros may be missing.</summary>
    public static readonly ErrorCode NumberStoredAsNumber = Family.Warning(4057, "证件号码以数值存储，开头的零可能丢失，建议改为文本", "the document number is stored as a number; leading zeros may be lost; make the cell text");

    /// <summary>Text that a spreadsheet would run as a formula, where no text may start so.</summary>
    public static readonly ErrorCode FormulaText = Family.Error(4058, "内容像公式（以 =、+、-、@ 或控制字符开头），已拒绝", "the text looks like a formula (starts with =, +, -, @ or a control character); refused");

    /// <summary>Free text that a spreadsheet would run as a formula; kept as text.</summary>
    public static readonly ErrorCode FormulaLikeText = Family.Warning(4059, "内容像公式，已按普通文本保存", "the text looks like a formula; it is kept as plain text");

    /// <summary>An error value of the spreadsheet such as #N/A.</summary>
    public static readonly ErrorCode SpreadsheetError = Family.Error(4060, "单元格是电子表格的错误值（如 #N/A）", "the cell holds an error value of the spreadsheet (such as #N/A)");

    /// <summary>The spreadsheet's type of the cell cannot hold this field, such as a date in the number column.</summary>
    public static readonly ErrorCode WrongCellType = Family.Error(4061, "单元格类型不适合该列", "the type of the cell does not fit this column");

    /// <summary>A date nobody can read without guessing.</summary>
    public static readonly ErrorCode DateUnreadable = Family.Error(4062, "日期无法识别，请写成 1990-01-02 的形式", "the date cannot be read; write it like 1990-01-02");

    /// <summary>A date without its day or month.</summary>
    public static readonly ErrorCode DateIncomplete = Family.Error(4063, "日期缺少月或日", "the date lacks its month or day");

    /// <summary>A year of two digits.</summary>
    public static readonly ErrorCode DateTwoDigitYear = Family.Error(4064, "年份须为四位数", "the year must have four digits");

    /// <summary>A day that the calendar does not have, or a year outside 1850–2199.</summary>
    public static readonly ErrorCode DateInvalid = Family.Error(4065, "日期不存在", "there is no such date");

    /// <summary>Day, month and year in an order that cannot be told.</summary>
    public static readonly ErrorCode DateOrderUnclear = Family.Error(4066, "日期的年月日顺序不明", "the order of day, month and year is not clear");

    /// <summary>More text than any such field holds; {0} is the limit in characters.</summary>
    public static readonly ErrorCode TextTooLong = Family.Error(4067, "内容超过 {0} 个字符", "the text is longer than {0} characters");

    /// <summary>A replacement character: the text was damaged before it reached us.</summary>
    public static readonly ErrorCode DamagedText = Family.Error(4068, "文字中含有乱码（替换字符）", "the text holds replacement characters: it was damaged before it came here");

    /// <summary>A cell in a column without heading; often a separator inside an address moved the cells of the row.</summary>
    public static readonly ErrorCode CellWithoutHeading = Family.Warning(4069, "该单元格所在列没有表头，本行各列可能错位", "the column of this cell has no heading; the cells of this row may be shifted");

    /// <summary>A 15-digit number that was brought to 18 characters.</summary>
    public static readonly ErrorCode NumberUpgraded = Family.Warning(4070, "15 位旧号码已升为 18 位，请与原件核对", "a 15-digit number was brought to 18 characters; compare it with the document");

    /// <summary>A row without an address: the person gets a file, but no stay.</summary>
    public static readonly ErrorCode NoCurrentAddress = Family.Warning(4071, "现住址为空：只建立档案，未登记居住", "no current address: a file was opened, but no stay was registered");
}
