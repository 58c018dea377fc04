using NewCitizen.Codes;
using NewCitizen.Exchange.V1;

namespace NewCitizen.Exchange.Schemas;

/// <summary>Words the descriptions of document types are made of.</summary>
internal static class Describe
{
    /// <summary>2^53 − 1, the last integer every JSON reader keeps exactly.</summary>
    public const long MaxInteger = 9007199254740991;

    public static SchemaNode Text(string chinese, string english, int max, int min = 1) =>
        new() { Kind = SchemaKind.Text, Chinese = chinese, English = english, MinLength = min, MaxLength = max };

    public static SchemaNode Form(string chinese, string english, string pattern, string? standard = null) =>
        new() { Kind = SchemaKind.Text, Chinese = chinese, English = english, Pattern = pattern, Standard = standard };

    public static SchemaNode Date(string chinese, string english) =>
        new() { Kind = SchemaKind.Text, Chinese = chinese, English = english, Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", Format = TextFormat.Date };

    public static SchemaNode Time(string chinese, string english) => new()
    {
        Kind = SchemaKind.Text,
        Chinese = chinese,
        English = english,
        Pattern = @"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?\+08:00$",
        Format = TextFormat.DateTime,
    };

    /// <summary>Keys hold no text a person typed, so any reader can put them into file names and logs.</summary>
    public static SchemaNode Key(string chinese, string english) =>
        new() { Kind = SchemaKind.Text, Chinese = chinese, English = english, Pattern = "^[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$" };

    public static SchemaNode Division(string chinese, string english) =>
        Form(chinese, english, "^[1-9][0-9]{5}([0-9]{3}([0-9]{3})?)?$", "GB/T 2260, GB/T 10114");

    public static SchemaNode Constant(string chinese, string english, string value) =>
        new() { Kind = SchemaKind.Text, Chinese = chinese, English = english, Constant = value };

    public static SchemaNode OneOf(string chinese, string english, params IReadOnlyList<string> values) =>
        new() { Kind = SchemaKind.Text, Chinese = chinese, English = english, Values = values };

    /// <summary>A code of a closed table: every code it ever had, for records keep the code of their time.</summary>
    public static SchemaNode Code(string chinese, string english, CodeTable table) =>
        OneOf(chinese, english, [.. table.Entries.Select(entry => entry.Code)]) with { CodeList = table.Id, Standard = $"{table.Standard}-{table.Edition}" };

    public static SchemaNode CodedText(string chinese, string english, CodeTable table) => Object(
        chinese,
        english,
        Code("代码", "code", table).Optional("code"),
        Text("原文（无对应代码时）", "text as written, when no code fits", 200).Personal().Optional("text")) with
    {
        MinMembers = 1,
        MaxMembers = 1,
        CodeList = table.Id,
        Standard = $"{table.Standard}-{table.Edition}",
        Sensitivity = Privacy.PersonalDataLevel.Ordinary,
    };

    public static SchemaNode Object(string chinese, string english, params IReadOnlyList<SchemaMember> members) =>
        new() { Kind = SchemaKind.Object, Chinese = chinese, English = english, Members = members };

    public static SchemaNode List(string chinese, string english, SchemaNode items, int max, int min = 0) =>
        new() { Kind = SchemaKind.Array, Chinese = chinese, English = english, Items = items, MinItems = min == 0 ? null : min, MaxItems = max };

    /// <summary>A list of facts that held for a time.</summary>
    public static SchemaNode Facts(string chinese, string english, int min, params IReadOnlyList<SchemaMember> members)
    {
        IReadOnlyList<SchemaMember> all =
        [
            .. members,
            Date("起始日", "first day it held, or the day it was recorded").Required("since"),
            Date("终止日（不含）", "first day it no longer held").Optional("until"),
            Key("并入来源记录键", "key of the record it came from by a merge").Optional("mergedFrom"),
        ];
        return List(chinese, english, Object(chinese, english, all) with { Rule = BusinessRule.Period }, max: 200, min);
    }

    /// <summary>The line around a document: one shape for each operation.</summary>
    /// <param name="chinese">Name of the document.</param>
    /// <param name="english">Name of the document.</param>
    /// <param name="document">The document.</param>
    /// <param name="canMerge">Whether records of this type can turn out to be the same.</param>
    public static SchemaNode Line(string chinese, string english, SchemaNode document, bool canMerge)
    {
        var source = Object(
            "来源",
            "where the record came from",
            Text("系统或渠道", "system or channel", 100).Required("sys"),
            Text("来源内的引用，不含个人信息", "reference inside it, no personal data", 500).Optional("rec"));
        var reason = OneOf("缺项原因", "why the member is absent", AbsenceReasons.Withheld, AbsenceReasons.Unknown, AbsenceReasons.NotCollected);
        var absent = Object(
            "缺项原因，按成员的 JSON 指针",
            "why members of the document are absent, by their JSON pointer",
            [.. document.Members.Where(member => !member.IsRequired).Select(member => reason.Optional("/" + member.Name))]) with
        {
            MinMembers = 1,
        };
        List<SchemaNode> shapes =
        [
            Shape(RecordOperations.Upsert, "新增或变更", "new or changed", document.Required("d"), absent.Optional("absent"), source.Optional("src")),
            Shape(RecordOperations.Delete, "已删除", "gone at the sender", source.Optional("src")),
        ];
        if (canMerge)
        {
            var into = Key("并入的记录键", "key of the record it was merged into").Required("into");
            shapes.Add(Shape(RecordOperations.Merge, "并入另一记录", "merged into another record", into, source.Optional("src")) with { Rule = BusinessRule.OtherRecord });
        }

        return new() { Kind = SchemaKind.Choice, Chinese = chinese, English = english, Shapes = shapes };
    }

    private static SchemaNode Shape(string operation, string chinese, string english, params IReadOnlyList<SchemaMember> members) => Object(
        chinese,
        english,
        [
            Key("记录键", "key of the record at the sender").Required("k"),
            (new SchemaNode { Kind = SchemaKind.Integer, Chinese = "版本", English = "version of the record", Minimum = 1, Maximum = MaxInteger }).Required("v"),
            Constant("操作", "operation", operation).Required("op"),
            Time("写出时间（北京时间）", "when the line was written, Asia/Shanghai").Required("at"),
            .. members,
        ]);
}
