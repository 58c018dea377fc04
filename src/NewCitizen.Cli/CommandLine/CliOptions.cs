using System.CommandLine;

namespace NewCitizen.Cli.CommandLine;

/// <summary>Options several verbs share, with one wording.</summary>
internal static class CliOptions
{
    public static Option<T> AcceptOnly<T>(this Option<T> option, params string[] values)
    {
        OptionValidation.AcceptOnlyFromAmong(option, values);
        return option;
    }

    public static Option<bool> Json(CliContext context) => new("--json") { Description = context.Say("输出 JSON，供程序读取", "write JSON for programs") };

    public static Option<string> Store(CliContext context) => new("--store")
    {
        Description = context.Say("数据库，写成 sqlite:路径", "the store, as sqlite:PATH"),
        HelpName = "sqlite:PATH",
        Required = true,
    };

    public static Option<string?> Keys(CliContext context) => new("--keys")
    {
        Description = context.Say("密钥环文件；默认为环境变量 NEWCITIZEN_KEYS，再次为“数据库路径.keys.json”", "the key ring file; else the variable NEWCITIZEN_KEYS, else the store's path with .keys.json"),
        HelpName = "FILE",
    };

    public static Option<string> Agency(CliContext context) => new("--agency")
    {
        Description = context.Say("记录所属机构", "the agency the records belong to"),
        HelpName = "ID",
        DefaultValueFactory = _ => "default",
    };
}
