using System.Globalization;
using System.Text;
using NewCitizen.Privacy;

namespace NewCitizen.Exchange.Schemas;

/// <summary>Writes the description of a document as a Markdown table for readers of any language.</summary>
internal static class FieldTable
{
    public static string Write(DocumentType type)
    {
        var text = new StringBuilder("| Member 成员 | Type 类型 | Required 必填 | Meaning 含义 | Rules 规则 | Personal 个人信息 |\n|---|---|---|---|---|---|\n");
        Members(text, type.Document, string.Empty);
        return text.ToString();
    }

    private static void Members(StringBuilder text, SchemaNode node, string prefix)
    {
        foreach (var member in node.Members)
        {
            var name = prefix + member.Name + (member.Node.Kind == SchemaKind.Array ? "[]" : string.Empty);
            var personal = member.Node.Sensitivity is PersonalDataLevel level ? JsonSchemaText.LevelName(level) : string.Empty;
            text.Append(
                CultureInfo.InvariantCulture,
                $"| `{name}` | {JsonSchemaText.TypeName(member.Node.Kind)} | {(member.IsRequired ? "yes" : string.Empty)} | {member.Node.Chinese}; {member.Node.English} | {Rules(member.Node)} | {personal} |\n");
            Members(text, member.Node.Items ?? member.Node, name + ".");
        }
    }

    private static string Rules(SchemaNode node)
    {
        var rules = new List<string>();
        Range(rules, "characters", node.MinLength, node.MaxLength);
        Range(rules, "items", node.MinItems, node.MaxItems);
        Range(rules, "members", node.MinMembers, node.MaxMembers);
        if (node.Format != TextFormat.None)
        {
            rules.Add(JsonSchemaText.FormatName(node.Format));
        }
        else if (node.Pattern is not null)
        {
            rules.Add($"`{node.Pattern}`");
        }

        if (node.CodeList is not null)
        {
            rules.Add($"code list `{node.CodeList}`");
        }

        if (node.Standard is not null)
        {
            rules.Add(node.Standard);
        }

        return string.Join("; ", rules);
    }

    private static void Range(List<string> rules, string unit, int? min, int? max)
    {
        if (min is not null || max is not null)
        {
            rules.Add(min == max ? $"{min} {unit}" : max is null ? $"at least {min} {unit}" : $"{min ?? 0}–{max} {unit}");
        }
    }
}
