using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace NewCitizen.Codes;

/// <summary>All code tables of the SDK (代码表目录). Each is read at its first use; thread-safe.</summary>
public static class CodeTables
{
    private static readonly string[] s_ids =
    [
        "sex", "marital-status", "employment-status", "ethnicity", "education", "political-status", "family-relation",
        "family-relation-brief", "occupation", "industry", "inflow-reason", "permit-kind", "dwelling-kind", "rental-use",
        "hazard-kind", "building-use", "attention-level", "household-match", "visit-purpose", "document-kind", "urban-rural",
    ];

    private static readonly FrozenDictionary<string, Lazy<CodeTable>> s_tables =
        s_ids.ToFrozenDictionary(id => id, id => new Lazy<CodeTable>(() => CodeTableReader.Read(id)), StringComparer.Ordinal);

    /// <summary>The ids of all tables.</summary>
    public static IReadOnlyList<string> Ids => s_ids;

    /// <summary>All tables; reads those not read yet.</summary>
    public static IEnumerable<CodeTable> All => s_ids.Select(Get);

    /// <summary>性别, GB/T 2261.1-2003.</summary>
    public static CodeTable Sex => Get("sex");

    /// <summary>婚姻状况, GB/T 2261.2-2003; the one-digit codes of 1980 are kept as superseded rows.</summary>
    public static CodeTable MaritalStatus => Get("marital-status");

    /// <summary>从业状况, GB/T 2261.4-2003.</summary>
    public static CodeTable EmploymentStatus => Get("employment-status");

    /// <summary>民族, GB/T 3304-1991 with the police extension 97 and 98.</summary>
    public static CodeTable Ethnicity => Get("ethnicity");

    /// <summary>学历, GB/T 4658-2006.</summary>
    public static CodeTable Education => Get("education");

    /// <summary>政治面貌, GB/T 4762-1984.</summary>
    public static CodeTable PoliticalStatus => Get("political-status");

    /// <summary>家庭关系, two digits, GB/T 4761-2008.</summary>
    public static CodeTable FamilyRelation => Get("family-relation");

    /// <summary>家庭关系, one digit, GB/T 4761-2008.</summary>
    public static CodeTable FamilyRelationBrief => Get("family-relation-brief");

    /// <summary>职业大类, GB/T 6565-2015.</summary>
    public static CodeTable Occupation => Get("occupation");

    /// <summary>国民经济行业门类, GB/T 4754-2017; <see cref="CodeTable.FindCovering"/> finds the section of a two-digit division.</summary>
    public static CodeTable Industry => Get("industry");

    /// <summary>流入原因, GB/T 31000-2015.</summary>
    public static CodeTable InflowReason => Get("inflow-reason");

    /// <summary>办证类型, GB/T 31000-2015.</summary>
    public static CodeTable PermitKind => Get("permit-kind");

    /// <summary>住所类型, GB/T 31000-2015.</summary>
    public static CodeTable DwellingKind => Get("dwelling-kind");

    /// <summary>出租用途, GB/T 31000-2015.</summary>
    public static CodeTable RentalUse => Get("rental-use");

    /// <summary>隐患类型, GB/T 31000-2015.</summary>
    public static CodeTable HazardKind => Get("hazard-kind");

    /// <summary>建筑用途, GB/T 31000-2015.</summary>
    public static CodeTable BuildingUse => Get("building-use");

    /// <summary>关注程度, GB/T 31000-2015.</summary>
    public static CodeTable AttentionLevel => Get("attention-level");

    /// <summary>人户一致标识, GB/T 31000-2015.</summary>
    public static CodeTable HouseholdMatch => Get("household-match");

    /// <summary>来华目的, GB/T 31000-2015.</summary>
    public static CodeTable VisitPurpose => Get("visit-purpose");

    /// <summary>证件种类, GA/T 517; the kinds this SDK handles.</summary>
    public static CodeTable DocumentKind => Get("document-kind");

    /// <summary>城乡分类, as used with statistical division codes.</summary>
    public static CodeTable UrbanRural => Get("urban-rural");

    /// <summary>Finds a table by its id, such as <c>ethnicity</c>.</summary>
    public static bool TryFind(string? id, [NotNullWhen(true)] out CodeTable? table)
    {
        table = id is not null && s_tables.TryGetValue(id, out var lazy) ? lazy.Value : null;
        return table is not null;
    }

    private static CodeTable Get(string id) => s_tables[id].Value;
}
