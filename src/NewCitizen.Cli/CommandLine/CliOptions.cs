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
        Description = context.Say(
            "数据库：sqlite:路径，或 postgres:连接字符串（Npgsql 写法；密码放在环境变量 PGPASSWORD 或 PGPASSFILE，Search Path 选择模式）",
            "the store: sqlite:PATH, or postgres:CONNECTION-STRING as Npgsql takes it (the password in the variable PGPASSWORD or PGPASSFILE, the schema as Search Path)"),
        HelpName = "NAME",
        Required = true,
    };

    public static Option<string?> Keys(CliContext context) => new("--keys")
    {
        Description = context.Say("密钥环文件；默认为环境变量 NEWCITIZEN_KEYS，再次为“数据库路径.keys.json”（服务器数据库没有）", "the key ring file; else the variable NEWCITIZEN_KEYS, else the path of a store in a file with .keys.json"),
        HelpName = "FILE",
    };

    public static Option<string> Agency(CliContext context) => new("--agency")
    {
        Description = context.Say("记录所属机构", "the agency the records belong to"),
        HelpName = "ID",
        DefaultValueFactory = _ => "default",
    };
}
