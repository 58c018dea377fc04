using System.Xml;
using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tables;

/// <summary>Where the parts of a workbook lie: found through the relations, because every program names them its own way.</summary>
internal sealed record WorkbookIndex(string SheetName, string SheetPath, string? TextsPath, string? StylesPath, bool Date1904)
{
    private const int MaxSheets = 10_000;

    /// <exception cref="TableException">Not a workbook, or no such visible sheet.</exception>
    public static WorkbookIndex Load(WorkbookArchive archive, string? wanted)
    {
        var root = Relations(archive, "_rels/.rels", string.Empty);
        var workbook = root.Values.FirstOrDefault(relation => relation.Type.EndsWith("/officeDocument", StringComparison.Ordinal)).Path;
        if (workbook is null || !workbook.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) throw new TableException(TableErrors.NotAWorkbook);
        using var part = archive.OpenPart(workbook) ?? throw new TableException(TableErrors.DamagedWorkbook);
        var slash = workbook.LastIndexOf('/') + 1;
        var relations = Relations(archive, $"{workbook[..slash]}_rels/{workbook[slash..]}.rels", workbook[..slash]);

        var date1904 = false;
        (string Name, string Path)? found = null;
        var isWorkbook = false;
        for (var sheets = 0; part.Read() && sheets < MaxSheets;)
        {
            var xml = part.Xml;
            if (xml.NodeType != XmlNodeType.Element) continue;
            if (xml.LocalName == "workbook") isWorkbook = true;
            if (xml.LocalName == "workbookPr") date1904 = xml.GetAttribute("date1904") is "1" or "true";
            if (xml.LocalName != "sheet") continue;
            sheets++;
            var name = xml.GetAttribute("name") ?? string.Empty;
            var visible = xml.GetAttribute("state") is null or "visible";
            if (found is null && (wanted is null ? visible : name == wanted) && relations.TryGetValue(RelationId(xml), out var target)
                && target.Type.EndsWith("/worksheet", StringComparison.Ordinal))
            {
                found = (name, target.Path);
            }
        }

        if (!isWorkbook) throw new TableException(TableErrors.NotAWorkbook);
        if (found is not { } sheet) throw new TableException(TableErrors.SheetNotFound);
        return new WorkbookIndex(sheet.Name, sheet.Path, Path(relations, "/sharedStrings"), Path(relations, "/styles"), date1904);
    }

    private static string? Path(Dictionary<string, (string Type, string Path)> relations, string type) =>
        relations.Values.FirstOrDefault(relation => relation.Type.EndsWith(type, StringComparison.Ordinal)).Path;

    // The attribute is r:id in the transitional or the strict namespace; both have this local name.
    private static string RelationId(XmlReader xml)
    {
        var id = string.Empty;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("relationships", StringComparison.Ordinal)) id = xml.Value;
        }

        xml.MoveToElement();
        return id;
    }

    private static Dictionary<string, (string Type, string Path)> Relations(WorkbookArchive archive, string path, string folder)
    {
        var result = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        using var part = archive.OpenPart(path);
        while (part is not null && part.ReadTo("Relationship") && result.Count < MaxSheets)
        {
            var xml = part.Xml;
            if (xml.GetAttribute("TargetMode") == "External") continue;
            var target = xml.GetAttribute("Target") ?? string.Empty;
            result[xml.GetAttribute("Id") ?? string.Empty] = (xml.GetAttribute("Type") ?? string.Empty, Resolve(folder, target));
        }

        return result;
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/')) return target[1..];
        var parts = new List<string>();
        foreach (var step in (folder + target).Split('/'))
        {
            if (step == ".." && parts.Count > 0) parts.RemoveAt(parts.Count - 1);
            else if (step is not ("." or ".." or "")) parts.Add(step);
        }

        return string.Join('/', parts);
    }
}
