using NewCitizen.AspNetCore.Problems;
using NewCitizen.Codes;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A code table (代码表).</summary>
/// <param name="Id">Stable id, such as <c>ethnicity</c>.</param>
/// <param name="Standard">Standard and edition.</param>
/// <param name="Name">Its name.</param>
/// <param name="Entries">Its rows; absent in the list of tables.</param>
public sealed record CodeTableModel(string Id, string Standard, MessageModel Name, IReadOnlyList<CodeEntryModel>? Entries)
{
    internal static CodeTableModel Of(CodeTable table, bool withEntries) => new(
        table.Id,
        $"{table.Standard}-{table.Edition}",
        new(table.Name, table.EnglishName),
        withEntries ? [.. table.Entries.Select(entry => new CodeEntryModel(entry.Code, entry.Name, entry.EnglishName, entry.ValidFrom?.ToDateOnly(), entry.ValidTo?.ToDateOnly(), entry.ReplacedBy))] : null);
}
