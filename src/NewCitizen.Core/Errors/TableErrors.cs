namespace NewCitizen.Errors;

/// <summary>What is wrong with a table file as a whole, CSV or XLSX (NC4000–NC4049, 表格文件错误). Each ends the reading of the file.</summary>
public static class TableErrors
{
    internal static readonly ErrorFamily Family = new(4000, 4049);

    /// <summary>The file holds nothing.</summary>
    public static readonly ErrorCode EmptyFile = Family.Error(4000, "文件为空", "the file is empty");

    /// <summary>An old binary .xls workbook, or another OLE document.</summary>
    public static readonly ErrorCode OldWorkbook = Family.Error(4001, "不支持旧版 .xls 文件，请另存为 .xlsx 或 .csv", "old .xls files are not supported; save it as .xlsx or .csv");

    /// <summary>The workbook has a password.</summary>
    public static readonly ErrorCode EncryptedWorkbook = Family.Error(4002, "工作簿已加密，请取消密码后重新保存", "the workbook is encrypted; remove the password and save it again");

    /// <summary>Neither a workbook nor text.</summary>
    public static readonly ErrorCode NotATable = Family.Error(4003, "文件既不是 .xlsx 也不是 .csv", "the file is neither .xlsx nor .csv");

    /// <summary>A NUL character in a text file.</summary>
    public static readonly ErrorCode NulCharacter = Family.Error(4004, "文本中含有空字符（NUL），文件可能已损坏", "the text holds a NUL character; the file may be damaged");

    /// <summary>Bytes that mean nothing in the encoding of the file; {0} is the encoding.</summary>
    public static readonly ErrorCode Undecodable = Family.Error(4005, "存在无法按 {0} 解码的字节", "there are bytes that cannot be decoded as {0}");

    /// <summary>A line above the limit; {0} is the limit in characters.</summary>
    public static readonly ErrorCode LineTooLong = Family.Error(4006, "单行超过 {0} 个字符", "a line is longer than {0} characters");

    /// <summary>One record over several lines above the limit; {0} is the limit in characters.</summary>
    public static readonly ErrorCode RecordTooLong = Family.Error(4007, "自该行起的一条记录超过 {0} 个字符，引号可能未闭合", "the record that starts here is longer than {0} characters; a quote may be missing");

    /// <summary>The file ends inside a quoted field: it was cut off, or a quote is missing.</summary>
    public static readonly ErrorCode UnclosedQuote = Family.Error(4008, "文件在引号内结束，可能不完整；该引号从此记录开始", "the file ends inside quotes and may be cut off; the record with the open quote starts here");

    /// <summary>Text after a closing quote.</summary>
    public static readonly ErrorCode MisplacedQuote = Family.Error(4009, "引号位置有误", "a quote is out of place");

    /// <summary>The workbook cannot be unpacked.</summary>
    public static readonly ErrorCode DamagedWorkbook = Family.Error(4010, "工作簿已损坏或不完整", "the workbook is damaged or cut off");

    /// <summary>A ZIP file that is no XLSX workbook.</summary>
    public static readonly ErrorCode NotAWorkbook = Family.Error(4011, "压缩文件不是 .xlsx 工作簿，请另存为 .xlsx 或 .csv", "the ZIP file is not an .xlsx workbook; save it as .xlsx or .csv");

    /// <summary>Unpacks to more than allowed, as a ZIP bomb does.</summary>
    public static readonly ErrorCode Overexpands = Family.Error(4012, "工作簿解压后过大，已拒绝", "the workbook unpacks to more than is allowed; refused");

    /// <summary>Too many parts inside the workbook; {0} is the limit.</summary>
    public static readonly ErrorCode TooManyParts = Family.Error(4013, "工作簿内部文件超过 {0} 个", "the workbook has more than {0} parts");

    /// <summary>The sheet asked for is not there, or all sheets are hidden.</summary>
    public static readonly ErrorCode SheetNotFound = Family.Error(4014, "没有找到可读取的工作表", "there is no such visible sheet");

    /// <summary>More rows than allowed; {0} is the limit.</summary>
    public static readonly ErrorCode TooManyRows = Family.Error(4015, "超过 {0} 行", "there are more than {0} rows");

    /// <summary>More columns than allowed; {0} is the limit.</summary>
    public static readonly ErrorCode TooManyColumns = Family.Error(4016, "超过 {0} 列", "there are more than {0} columns");

    /// <summary>The table of shared texts is above the limit.</summary>
    public static readonly ErrorCode TooMuchText = Family.Error(4017, "工作簿中的不同文本过多，请另存为 .csv", "the workbook holds too many distinct texts; save it as .csv");

    /// <summary>One cell above the limit; {0} is the limit in characters.</summary>
    public static readonly ErrorCode CellTooLong = Family.Error(4018, "单元格超过 {0} 个字符", "a cell is longer than {0} characters");

    /// <summary>The XML inside the workbook is broken, or holds a DTD.</summary>
    public static readonly ErrorCode MalformedXml = Family.Error(4019, "工作簿内部 XML 无效", "the XML inside the workbook is not valid");

    /// <summary>Rows or cells of the sheet are not in order.</summary>
    public static readonly ErrorCode MalformedSheet = Family.Error(4020, "工作表的行或单元格顺序无效", "rows or cells of the sheet are out of order");

    /// <summary>The medium gave up while the file was read, or the file is not there any more.</summary>
    public static readonly ErrorCode Unreadable = Family.Error(4021, "文件读取失败", "the file could not be read");
}
