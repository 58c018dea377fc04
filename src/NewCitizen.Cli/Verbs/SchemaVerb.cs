using System.CommandLine;
using NewCitizen.Cli.CommandLine;
using NewCitizen.Errors;
using NewCitizen.Exchange.Schemas;
using NewCitizen.Hosting;

namespace NewCitizen.Cli.Verbs;

/// <summary>The verb <c>schema</c>.</summary>
internal static class SchemaVerb
{
    public static Command Create(CliContext context)
    {
        var output = new Option<string>("--out") { Description = context.Say("目标目录，没有则新建", "target directory, made if it is not there"), HelpName = "DIR", Required = true };
        var json = CliOptions.Json(context);
        var command = new Command("schema", context.Say(
            "写出各交换文档类型的 JSON Schema（2020-12）。\n示例：newcitizen schema --out schemas",
            "Write the JSON Schema files (2020-12) of all exchange document types.\nExample: newcitizen schema --out schemas"))
        {
            output, json,
        };
        command.SetAction((parsed, _) => Task.FromResult(Run(context, parsed.GetRequiredValue(output), parsed.GetValue(json))));
        return command;
    }

    private static int Run(CliContext context, string directory, bool json)
    {
        IReadOnlyList<string> files;
        try
        {
            files = SchemaWriter.WriteAll(directory);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NewCitizenException(CommandLineErrors.FileUnwritable, e, directory);
        }

        if (json)
        {
            JsonLine.Write(context.Terminal.Out, members =>
            {
                members.WriteStartArray("files");
                foreach (var file in files) members.WriteStringValue(file);
                members.WriteEndArray();
            });
        }
        else
        {
            foreach (var file in files) context.Terminal.Out.WriteLine(file);
        }

        return ExitCodes.Good;
    }
}
