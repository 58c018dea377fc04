using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Inspections;

public sealed class InspectionTests : IDisposable
{
    private const string Fire = "fire-example";
    private readonly TestOffice _office = new(builder => builder.Services.Configure<InspectionOptions>(options =>
    {
        options.Templates.Add(InspectionTemplate.FireExample);
        options.GradePolicies.Add(RiskGradeTests.Policies[0]);
        options.IntervalDays[RiskGrade.Green] = 180;
        options.IntervalDays[RiskGrade.Yellow] = 30;
        options.MaxPhotos = 3;
        options.MaxPhotoKiB = 64;
    }));

    private InspectionManager Inspections => _office.Get<InspectionManager>();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task PlanAsync_ManyAtOnceForOneHome_ExactlyOneIsPlanned()
    {
        var home = await HomeAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () => await Inspections.PlanAsync(_office.West, home, Fire, _office.Today, default))));

        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal(InspectionErrors.AlreadyPlanned, outcome.FirstError.Code));
        Assert.Single((await Inspections.ListOpenAsync(_office.West, 10, null, default)).Items);
        Assert.Equal(InspectionErrors.TemplateUnknown, (await Inspections.PlanAsync(_office.West, home, "none", _office.Today, default)).FirstError.Code);
        Assert.Equal(InspectionErrors.HomeMissing, (await Inspections.PlanAsync(_office.South, home, Fire, _office.Today, default)).FirstError.Code);
    }

    [Fact]
    public async Task CompleteAsync_TwoFailedItems_MakesTwoHazardsInOneStepAndOnlyOnce()
    {
        var inspection = (await Inspections.PlanAsync(_office.West, await HomeAsync(), Fire, _office.Today, default)).Require();
        var command = new CompleteInspection(inspection.Id, Answers("exits-clear", "extinguisher"), PeopleFound: 3);
        var report = (await Inspections.CompleteAsync(_office.West, command, default)).Require();

        Assert.Equal([("exits-clear", HazardSeverity.Major), ("extinguisher", HazardSeverity.Ordinary)], report.Hazards.Select(hazard => (hazard.Item!, hazard.Severity)));
        Assert.Empty((await Inspections.CompleteAsync(_office.West, command, default)).Require().Hazards);
        Assert.Equal(InspectionErrors.NotOpen, (await Inspections.CompleteAsync(_office.West, command with { PeopleFound = 4 }, default)).FirstError.Code);
        Assert.Equal(2, (await _office.Get<HazardManager>().ListOpenAsync(_office.West, 10, null, default)).Items.Count);
        var stored = (await Inspections.FindAsync(_office.West, inspection.Id, default))!;
        Assert.Equal((InspectionState.Done, "clerk-1", 3, "example-2026-11", 11), (stored.State, stored.Inspector, stored.PeopleFound!.Value, stored.TemplateVersion, stored.Answers.Count));
        Assert.Empty((await Inspections.ListOpenAsync(_office.West, 10, null, default)).Items);
        Assert.Equal(1, (await _office.Get<HazardManager>().CountAsync(_office.West, _office.Today, _office.Today.PlusDays(1), default)).Inspections);
    }

    [Fact]
    public async Task CompleteAsync_WrongAnswers_IsRefusedWithItsCode()
    {
        var inspection = (await Inspections.PlanAsync(_office.West, await HomeAsync(), Fire, _office.Today, default)).Require();
        var good = Answers();
        Assert.Equal(["exits-clear"], (await RefuseAsync([.. good.Where(answer => answer.Item != "exits-clear")], InspectionErrors.ItemUnanswered)).Arguments);
        await RefuseAsync([.. good, good[0]], InspectionErrors.AnswerStray);
        await RefuseAsync([.. good, new("stray", AnswerVerdict.Pass)], InspectionErrors.AnswerStray);
        await RefuseAsync([good[0] with { Note = new string('长', 201) }, .. good.Skip(1)], InspectionErrors.TextInvalid);
        Assert.Equal(InspectionErrors.NumberOutOfRange, (await Inspections.CompleteAsync(_office.West, new(inspection.Id, good, -1), default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await Inspections.CompleteAsync(_office.South, new(inspection.Id, good), default)).FirstError.Code);
        var cancelled = (await Inspections.CancelAsync(_office.West, inspection.Id, inspection.Revision, default)).Require();
        Assert.Equal(InspectionErrors.NotOpen, (await Inspections.CancelAsync(_office.West, inspection.Id, cancelled.Revision, default)).FirstError.Code);
        Assert.Equal(InspectionErrors.NotOpen, (await Inspections.CompleteAsync(_office.West, new(inspection.Id, good), default)).FirstError.Code);

        async Task<Issue> RefuseAsync(IReadOnlyList<InspectionAnswer> answers, ErrorCode code)
        {
            var error = (await Inspections.CompleteAsync(_office.West, new(inspection.Id, answers), default)).FirstError;
            Assert.Equal(code, error.Code);
            return error;
        }
    }

    [Fact]
    public async Task PlanByGradeAsync_AfterEachGrade_TakesItsIntervalOrSaysItIsNotSet()
    {
        var home = await HomeAsync();
        var first = (await Inspections.PlanByGradeAsync(_office.West, home, Fire, default)).Require();
        Assert.Equal((_office.Today, RiskGrade.Green), (first.DueOn, first.Grade!.Value));
        await DoneAsync(first);
        var second = (await Inspections.PlanByGradeAsync(_office.West, home, Fire, default)).Require();
        Assert.Equal(_office.Today.PlusDays(180), second.DueOn);
        await DoneAsync(second, "exits-clear");
        var third = (await Inspections.PlanByGradeAsync(_office.West, home, Fire, default)).Require();
        Assert.Equal((_office.Today.PlusDays(30), RiskGrade.Yellow), (third.DueOn, third.Grade!.Value));
        await DoneAsync(third, "no-foam-panels");
        var refused = (await Inspections.PlanByGradeAsync(_office.West, home, Fire, default)).FirstError;
        Assert.Equal((InspectionErrors.NotConfigured, "intervalDays.Red"), (refused.Code, refused.Arguments[0]));

        async Task DoneAsync(Inspection inspection, params string[] failed) => (await Inspections.CompleteAsync(_office.West, new(inspection.Id, Answers(failed), 0), default)).Require();
    }

    [Fact]
    public async Task AddPhotoAsync_WithExif_IsStoredEncryptedWithoutItAndOnce()
    {
        var inspection = (await Inspections.PlanAsync(_office.West, await HomeAsync(), Fire, _office.Today, default)).Require();
        var photo = (await Inspections.AddPhotoAsync(_office.West, inspection.Id, Jpeg("A"), default)).Require();
        Assert.Equal(photo.Id, (await Inspections.AddPhotoAsync(_office.West, inspection.Id, Jpeg("A"), default)).Require().Id);
        var read = (await Inspections.ReadPhotoAsync(_office.West, photo.Id, default))!;

        Assert.Equal(photo.Picture.Bytes.ToArray(), read.Picture.Bytes.ToArray());
        Assert.DoesNotContain("Exif", Encoding.Latin1.GetString(read.Picture.Bytes.Span), StringComparison.Ordinal);
        var raw = (await _office.Store.GetAsync(new RecordKey(_office.West.Agency, InspectionKinds.Photo, photo.Id.Value), default))!;
        Assert.DoesNotContain(Convert.ToBase64String([0xFF, 0xD8, 0xFF]), Encoding.UTF8.GetString(raw.Body.Span), StringComparison.Ordinal);
        Assert.Contains("inspection.read-photo", await _office.AuditActionsAsync());
        Assert.Null(await Inspections.ReadPhotoAsync(_office.South, photo.Id, default));

        Assert.Equal(InspectionErrors.NotAPicture, (await Inspections.AddPhotoAsync(_office.West, inspection.Id, "<svg/>"u8.ToArray(), default)).FirstError.Code);
        Assert.Equal(InspectionErrors.PictureTooLarge, (await Inspections.AddPhotoAsync(_office.West, inspection.Id, new byte[64 * 1024 + 1], default)).FirstError.Code);
        Assert.Equal(StorageErrors.NotFound, (await Inspections.AddPhotoAsync(_office.South, inspection.Id, Jpeg("A"), default)).FirstError.Code);
        await Inspections.AddPhotoAsync(_office.West, inspection.Id, Jpeg("B"), default);
        await Inspections.AddPhotoAsync(_office.West, inspection.Id, Jpeg("C"), default);
        Assert.Equal(InspectionErrors.TooManyPictures, (await Inspections.AddPhotoAsync(_office.West, inspection.Id, Jpeg("D"), default)).FirstError.Code);
        Assert.Equal(3, (await Inspections.ListPhotosAsync(_office.West, inspection.Id, default)).Count);
    }

    [Fact]
    public void Read_Template_IsExampleAndWrongOnesAreRefused()
    {
        Assert.True(InspectionTemplate.FireExample.Example);
        Assert.Equal(11, InspectionTemplate.FireExample.Items.Count);
        foreach (var json in new[] { "{}", "[{}]", """[{"code":"a","version":"1","chinese":"甲","english":"a","example":true,"items":[]}]""" })
        {
            Assert.Equal(InspectionErrors.FileInvalid, Assert.Throws<NewCitizenException>(() => InspectionTemplate.Read(new MemoryStream(Encoding.UTF8.GetBytes(json)))).Code);
        }
    }

    internal static InspectionAnswer[] Answers(params string[] failed) =>
        [.. InspectionTemplate.FireExample.Items.Select(item => new InspectionAnswer(item.Code, failed.Contains(item.Code) ? AnswerVerdict.Fail : AnswerVerdict.Pass))];

    internal static byte[] Jpeg(string pixels) =>
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 16, .. "Exif\0\0GPS-39.0"u8, 0xFF, 0xC0, 0, 3, 0, 0xFF, 0xDA, 0, 2, .. Encoding.ASCII.GetBytes(pixels), 0xFF, 0xD9];

    private async Task<RentalPropertyId> HomeAsync() =>
        (await _office.Housing.AddPropertyAsync(_office.West, new AddRentalProperty { Address = "天海公寓1号楼", LandlordName = "王房东" }, default)).Require().Id;
}
