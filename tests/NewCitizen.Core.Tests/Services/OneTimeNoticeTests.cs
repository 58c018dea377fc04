using CsCheck;
using NewCitizen.Calendars;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Core.Tests.Services;

public sealed class OneTimeNoticeTests
{
    private static readonly LocalDate s_day = new(2026, 9, 18);

    private static readonly ServiceItem s_item = new()
    {
        Id = new(Guid.Parse("0198a000-0000-7000-8000-000000000001")),
        Code = "permit",
        Name = "居住证",
        Materials =
        [
            new("id", "身份证", null, true, null, null),
            new("photo", "照片", null, true, null, null),
            new("lease", "租赁合同", null, true, "home", null),
            new("letter", "住宿证明", null, false, "home", null),
            new("club", "会员证", null, false, null, null),
            new("car", "行驶证", null, false, "ride", null),
            new("bike", "车证", null, false, "ride", null),
        ],
    };

    [Fact]
    public void For_NothingGiven_ListsAllRequiredAtOnceAndGroupsOnce()
    {
        var notice = OneTimeNotice.For(s_item, [], s_day, WorkCalendar.Default);

        Assert.Equal(["id", "photo", "lease|letter"], notice.Missing.Select(paper => string.Join('|', paper.AnyOf.Select(own => own.Code))));
        Assert.Equal("home", notice.Missing[2].Alternative);
        Assert.False(notice.IsComplete);
    }

    [Fact]
    public void For_OneOfTheGroup_IsEnough()
    {
        var notice = OneTimeNotice.For(s_item, ["id", "photo", "letter", "spoon"], s_day, WorkCalendar.Default);

        Assert.True(notice.IsComplete);
        Assert.Equal(["spoon"], notice.NotAsked);
    }

    [Fact]
    public void For_MakeUpDaysAndYearsNotAnnounced_TellUntilIsCountedOrSaidToBeUnknown()
    {
        // 2026-09-20 is a make-up Sunday: facts' own vector, 5 working days from 2026-09-18 end on 09-24.
        Assert.Equal(new LocalDate(2026, 9, 24), OneTimeNotice.For(s_item, [], s_day, WorkCalendar.Default).TellUntil.LastDay);
        Assert.Equal(2027, OneTimeNotice.For(s_item, [], new(2026, 12, 30), WorkCalendar.Default).TellUntil.NotAnnouncedYear);
        Assert.Equal("第三十二条", OneTimeNotice.For(s_item, [], s_day, WorkCalendar.Default).Basis.Article);
    }

    [Fact]
    public void For_AnyPapers_GivingWhatIsMissingCompletesIt() =>
        Gen.Bool.Array[s_item.Materials.Count].Sample(
            given =>
            {
                var papers = s_item.Materials.Where((_, i) => given[i]).Select(paper => paper.Code).ToList();
                var notice = OneTimeNotice.For(s_item, papers, s_day, WorkCalendar.Default);
                var completed = papers.Concat(notice.Missing.Select(missing => missing.AnyOf[^1].Code));
                Assert.True(OneTimeNotice.For(s_item, completed, s_day, WorkCalendar.Default).IsComplete);
                Assert.DoesNotContain(notice.Missing, missing => missing.AnyOf.Any(paper => papers.Contains(paper.Code)));
            });
}
