using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NewCitizen.AspNetCore.Contracts;
using NewCitizen.AspNetCore.Problems;
using NewCitizen.Calendars;
using NewCitizen.Codes;
using NewCitizen.Divisions;
using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Code tables and divisions over HTTP.</summary>
internal static class CodeEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/tables", List).Describe<IReadOnlyList<CodeTableModel>>("ListCodeTables", "List the code tables");
        group.MapGet("/tables/{table}", Find).Describe<CodeTableModel>("GetCodeTable", "Read a code table");
        group.MapGet("/divisions/{code}", FindDivision).Describe<DivisionModel>("GetDivision", "Read a division, abolished ones too");
        group.MapGet("/divisions/{code}/children", Children).Describe<IReadOnlyList<DivisionModel>>("ListDivisionChildren", "List the divisions below, as of today");
    }

    private static IResult List() =>
        Results.Json<IReadOnlyList<CodeTableModel>>([.. CodeTables.All.Select(table => CodeTableModel.Of(table, withEntries: false))], WebJson.Default.IReadOnlyListCodeTableModel);

    private static IResult Find(HttpContext http, string table) => CodeTables.TryFind(table, out var found)
        ? Results.Json(CodeTableModel.Of(found, withEntries: true), WebJson.Default.CodeTableModel)
        : Problem.Of(http, WebErrors.UnknownCode);

    private static IResult FindDivision(HttpContext http, string code) => DivisionCode.TryParse(code, out var parsed, out _) && DivisionTable.Default.Find(parsed) is { } division
        ? Results.Json(DivisionModel.Of(division), WebJson.Default.DivisionModel)
        : Problem.Of(http, WebErrors.UnknownCode);

    private static IResult Children(HttpContext http, string code, IClock clock) => DivisionCode.TryParse(code, out var parsed, out _) && DivisionTable.Default.Find(parsed) is not null
        ? Results.Json<IReadOnlyList<DivisionModel>>([.. DivisionTable.Default.Children(parsed, ShanghaiTime.Today(clock)).Select(DivisionModel.Of)], WebJson.Default.IReadOnlyListDivisionModel)
        : Problem.Of(http, WebErrors.UnknownCode);
}
