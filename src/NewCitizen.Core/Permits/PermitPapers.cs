using NewCitizen.Services;

namespace NewCitizen.Permits;

/// <summary>
/// The papers an application needs, by route (申领材料), 居住证暂行条例第九条: identity card, photo, and one proof of home, job or study.
/// What an office tells the applicant is everything that is missing, at once.
/// </summary>
public static class PermitPapers
{
    private static readonly ServiceMaterial s_identity = new("id-card", "居民身份证", "Identity card", true, null, null);
    private static readonly ServiceMaterial s_photo = new("photo", "本人相片", "Photo", true, null, null);
    private static readonly ServiceMaterial s_agent = new("agent-id", "代办人的合法有效身份证件", "Identity document of the guardian or close relative", true, null, null);
    private static readonly ServiceMaterial s_otherPermit = new("other-permit", "北京市或河北省居住证", "Residence permit of Beijing or Hebei", true, null, null);

    private static readonly ServiceMaterial[] s_home =
    [
        new("lease", "房屋租赁合同", "Lease", true, "proof", null),
        new("title", "房屋产权证明文件", "Title of the home", true, "proof", null),
        new("purchase-contract", "购房合同", "Contract of purchase", true, "proof", null),
        new("accommodation-letter", "出租人、用人单位或就读学校出具的住宿证明", "Letter of the landlord, employer or school", true, "proof", null),
    ];

    private static readonly ServiceMaterial[] s_job =
    [
        new("business-licence", "工商营业执照", "Business licence", true, "proof", null),
        new("labour-contract", "劳动合同", "Labour contract", true, "proof", null),
        new("employer-letter", "用人单位出具的劳动关系证明", "Letter of the employer", true, "proof", null),
        new("other-job-proof", "其他能够证明有合法稳定就业的材料", "Other proof of a lawful and stable job", true, "proof", null),
    ];

    private static readonly ServiceMaterial[] s_study =
    [
        new("student-card", "学生证", "Student card", true, "proof", null),
        new("school-letter", "就读学校出具的其他能够证明连续就读的材料", "Letter of the school", true, "proof", null),
    ];

    /// <summary>What an application by a route needs; of the papers with one <see cref="ServiceMaterial.Alternative"/> one is enough.</summary>
    /// <param name="route">The condition it rests on.</param>
    /// <param name="byAgent">Whether a guardian or close relative applies.</param>
    /// <param name="exempt">Whether it rests on a permit of Beijing or Hebei.</param>
    public static IReadOnlyList<ServiceMaterial> For(PermitRoute route, bool byAgent = false, bool exempt = false)
    {
        var papers = new List<ServiceMaterial> { s_identity, s_photo };
        papers.AddRange(route switch { PermitRoute.Job => s_job, PermitRoute.Home => s_home, _ => s_study });
        if (byAgent)
        {
            papers.Add(s_agent);
        }

        if (exempt)
        {
            papers.Add(s_otherPermit);
        }

        return papers;
    }

    /// <summary>All that is missing, in the order of the list; empty when nothing is (一次性告知).</summary>
    /// <param name="needed">What is needed.</param>
    /// <param name="given">Codes of the papers handed in.</param>
    public static IReadOnlyList<MissingPaper> Missing(IReadOnlyList<ServiceMaterial> needed, IEnumerable<string> given)
    {
        ArgumentNullException.ThrowIfNull(needed);
        var have = given.ToHashSet(StringComparer.Ordinal);
        return
        [
            .. needed.GroupBy(paper => paper.Alternative ?? paper.Code, StringComparer.Ordinal)
                .Where(group => !group.Any(paper => have.Contains(paper.Code)))
                .Select(group => new MissingPaper(group.First().Alternative, [.. group])),
        ];
    }
}
