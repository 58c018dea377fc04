using NewCitizen.Errors;

namespace NewCitizen.Hosting;

/// <summary>What the command line <c>newcitizen</c> cannot work with (NC7020–NC7049, 命令行错误). Each ends a call with exit code 2 unless said otherwise.</summary>
public static class CommandLineErrors
{
    internal static readonly ErrorFamily Family = new(7020, 7049);

    /// <summary>The arguments cannot be understood; {0} is the option, argument or verb concerned.</summary>
    public static readonly ErrorCode InvalidArguments = Family.Error(7020, "命令行参数有误：{0}（用 --help 查看用法）", "the arguments cannot be understood: {0} (see --help)");

    /// <summary>A file is not there; {0} is its path.</summary>
    public static readonly ErrorCode FileMissing = Family.Error(7021, "文件不存在：{0}", "there is no such file: {0}");

    /// <summary>A file cannot be read; {0} is its path.</summary>
    public static readonly ErrorCode FileUnreadable = Family.Error(7022, "文件无法读取：{0}", "the file cannot be read: {0}");

    /// <summary>A file cannot be written; {0} is its path.</summary>
    public static readonly ErrorCode FileUnwritable = Family.Error(7023, "文件无法写入：{0}", "the file cannot be written: {0}");

    /// <summary>The store is not named as it must be.</summary>
    public static readonly ErrorCode StoreName = Family.Error(7024, "数据库须写成 sqlite:路径 或 postgres:连接字符串", "name the store as sqlite:PATH or postgres:CONNECTION-STRING");

    /// <summary>There is no store file; {0} is its path.</summary>
    public static readonly ErrorCode StoreMissing = Family.Error(7025, "数据库文件不存在：{0}", "there is no store file: {0}");

    /// <summary>An encoding nobody knows.</summary>
    public static readonly ErrorCode UnknownEncoding = Family.Error(7026, "编码名称无法识别，例如 gb18030、utf-8", "the encoding is not known; such as gb18030, utf-8");

    /// <summary>Two files of one call are the same; {0} and {1} are the options.</summary>
    public static readonly ErrorCode SameFile = Family.Error(7027, "{0} 与 {1} 是同一个文件", "{0} and {1} are the same file");

    /// <summary>An agency id that is none.</summary>
    public static readonly ErrorCode InvalidAgency = Family.Error(7028, "机构代码须为 1 至 32 个小写字母、数字或连字符", "an agency id has 1 to 32 small letters, digits or hyphens");

    /// <summary>A date that is none.</summary>
    public static readonly ErrorCode InvalidDate = Family.Error(7029, "日期须写成 2026-01-31 的形式", "write the date like 2026-01-31");

    /// <summary>The holidays of a year are not announced; {0} is the year. Exit code 1.</summary>
    public static readonly ErrorCode NotAnnounced = Family.Error(7030, "{0} 年的节假日安排尚未公布", "the holidays of {0} are not announced yet");

    /// <summary>The call was stopped from outside. Exit code 130.</summary>
    public static readonly ErrorCode Interrupted = Family.Error(7031, "已中断；已确认的记录保留，重新运行即可继续", "interrupted; what was acknowledged stays, run it again to go on");

    /// <summary>A defect of the program; {0} is the type of the exception, whose text might hold a value and is not shown.</summary>
    public static readonly ErrorCode Defect = Family.Error(7032, "程序内部错误：{0}", "a defect of the program: {0}");

    /// <summary>The directory exists and holds something; {0} is its path.</summary>
    public static readonly ErrorCode DirectoryInUse = Family.Error(7033, "目录已存在且不为空：{0}", "the directory exists and is not empty: {0}");

    /// <summary>It cannot be told which document type a file holds.</summary>
    public static readonly ErrorCode UnknownDocumentType = Family.Error(7034, "无法判断文件的文档类型，请用 --type 指明", "it cannot be told which document type the file holds; say so with --type");

    /// <summary>A store on a server, and nobody said where its keys are.</summary>
    public static readonly ErrorCode KeysNeeded = Family.Error(7045, "数据库在服务器上时，须用 --keys 或环境变量 NEWCITIZEN_KEYS 指明密钥环文件", "for a store on a server, name the key ring file with --keys or the variable NEWCITIZEN_KEYS");
}
