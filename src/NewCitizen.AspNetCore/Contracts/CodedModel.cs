using NewCitizen.Codes;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A value of a code table (代码值).</summary>
/// <param name="Code">The code; absent where the text given is in no table.</param>
/// <param name="Zh">Chinese name.</param>
/// <param name="En">English name.</param>
public sealed record CodedModel(string? Code, string? Zh, string? En)
{
    internal static CodedModel? Of(CodedValue? value, CodeTable table) => value is not { IsEmpty: false } coded ? null
        : table.Find(coded.Code) is { } entry ? new(entry.Code, entry.Name, entry.EnglishName)
        : new(coded.Code, null, null);
}
