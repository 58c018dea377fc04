using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Agencies;
using NewCitizen.Housing;
using NewCitizen.Maintenance;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Maintenance;

public sealed class RekeyJobTests : IDisposable
{
    private const int Files = 30;

    private readonly TestOffice _office = new(builder => builder.AddMaintenance(options =>
    {
        options.Agencies.UnionWith([AgencyId.Parse("west"), AgencyId.Parse("south")]);
        options.StepRecords = 7;
        options.Pause = Duration.Zero;
    }));

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task RunAsync_AfterBothRotations_RewritesAllOnceAndThenRests()
    {
        var numbers = await FillAsync();
        Assert.Equal(0, (await RunAsync()).Figures.GetValueOrDefault("rewritten"));
        _office.Keys.RotateIndex();
        _office.Keys.Rotate();

        var report = await RunAsync();

        Assert.Equal(JobOutcome.Completed, report.Outcome);
        Assert.Equal(Files + 1, report.Figures["rewritten"]);
        Assert.Equal(Files + 1, report.Figures["seen"]);
        Assert.Equal((Files / 7) + 1 + 1, (await _office.AuditActionsAsync()).Count(action => action == "keys.rewrite"));
        var again = await RunAsync();
        Assert.False(again.Figures.ContainsKey("seen"));
        await FindAllAsync(numbers);
    }

    [Fact]
    public async Task RunAsync_OldIndexKeyRetired_TakesItsValuesOutAndStillFindsAll()
    {
        var numbers = await FillAsync();
        var before = await IndexesAsync();
        _office.Keys.RotateIndex();
        await RunAsync();
        var both = await IndexesAsync();
        Assert.True(before.IsProperSubsetOf(both));

        _office.Keys.RetireIndex();
        await RunAsync();

        var after = await IndexesAsync();
        Assert.Empty(after.Intersect(before));
        Assert.True(after.IsProperSubsetOf(both));
        await FindAllAsync(numbers);
        Assert.Equal(RegistrationEffect.NothingNew, (await _office.RegisterAsync(TestOffice.Person(number: numbers[0]))).Effect);
    }

    [Fact]
    public async Task RunAsync_StoppedAtEveryStep_GoesOnWhereItWas()
    {
        await FillAsync();
        _office.Keys.RotateIndex();
        var runs = 0;
        JobReport report;
        do
        {
            // Every step moves the clock beyond the day's budget.
            _office.Clock.AutoAdvance = Duration.FromHours(1);
            report = await RunAsync();
            _office.Clock.AutoAdvance = Duration.Zero;
            runs++;
        }
        while (report.Outcome == JobOutcome.Paused);

        Assert.Equal(JobOutcome.Completed, report.Outcome);
        Assert.True(runs >= 4, $"{runs} runs");
        Assert.Equal(Files, report.Figures["rewritten"]);
        Assert.Equal(Files + 1, report.Figures["seen"]);
    }

    [Fact]
    public async Task RunAsync_WhileClerksWork_LosesNoChangeAndLetsNoNumberInTwice()
    {
        var numbers = await FillAsync();
        _office.Keys.RotateIndex();
        var files = (await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Limit = 200 }, default)).Items;

        var job = Task.Run(RunAsync);
        var phones = 0;
        var clerks = Task.Run(async () =>
        {
            foreach (var file in files)
            {
                for (var round = 0; round < 20; round++)
                {
                    var now = (await _office.Residents.FindAsync(_office.West, file.Id, default))!;
                    if ((await _office.Residents.AddPhoneAsync(_office.West, file.Id, now.Revision, "13900000001", default)).Succeeded)
                    {
                        phones++;
                        break;
                    }
                }
            }
        });
        var counter = Task.Run(async () =>
        {
            foreach (var number in numbers)
            {
                Assert.Equal(RegistrationEffect.NothingNew, (await _office.RegisterAsync(TestOffice.Person(number: number))).Effect);
            }
        });
        await Task.WhenAll(job, clerks, counter);

        Assert.Equal(JobOutcome.Completed, (await job).Outcome);
        Assert.Equal(files.Count, phones);
        foreach (var file in files)
        {
            Assert.Contains((await _office.FullAsync(file.Id)).Phones, phone => phone.Value.ToString("F") == "13900000001");
        }

        Assert.Equal(Files - 10, (await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Limit = 200 }, default)).Items.Count);
    }

    [Fact]
    public async Task RunAsync_NumberLetInTwiceBefore_IsReportedAndDoesNotStopTheOthers()
    {
        await _office.RegisterAsync(TestOffice.Person());
        var other = await _office.RegisterAsync(TestOffice.Person(number: TestOffice.OtherNumber));
        _office.Keys.RotateIndex();

        // What a version that indexed under the current key alone would have stored: the second file now holds the first one's number too.
        var donor = await _office.Store.GetAsync(Key(other.Id), default);
        var fields = donor!.Fields.ToArray();
        var index = new BlindIndexer(_office.Keys);
        fields[ResidentKind.Kind.PositionOf("document_index")] = FieldValue.Many(
            FieldValue.Bytes(index.Compute("resident", "document_index", "exact", (await MatchKeyAsync()))));
        var forged = await _office.Store.CommitAsync(new WriteBatch(_office.West.Agency).Put(ResidentKind.Kind, other.Id.Value, ExpectedVersion.Exactly(donor.Version), fields, donor.Body), default);
        Assert.True(forged.IsDurable);

        var report = await RunAsync();

        Assert.Equal(JobOutcome.Completed, report.Outcome);
        Assert.Equal(2, report.Figures["rewritten"] + report.Figures.GetValueOrDefault("doubled"));
        if (report.Figures.GetValueOrDefault("doubled") > 0)
        {
            Assert.Contains(report.Warnings, warning => warning.Code == JobErrors.Doubled);
        }
    }

    private static RecordKey Key(ResidentId id) => new(AgencyId.Parse("west"), ResidentKind.Kind, id.Value);

    private async Task<string> MatchKeyAsync()
    {
        var first = (await _office.Residents.FindByDocumentAsync(_office.West, new StatedDocument { Number = TestOffice.Number }, default))!;
        return (await _office.FullAsync(first.Id)).Documents[0].Value.ToMatchKey();
    }

    private async Task<JobReport> RunAsync() => await _office.Get<JobRunner>().RunAsync("rekey", default);

    private async Task<IReadOnlyList<string>> FillAsync()
    {
        var numbers = Numbers.Some(Files);
        foreach (var (i, number) in numbers.Index())
        {
            await _office.RegisterAsync(TestOffice.Person(number: number), i < 10 ? _office.South : _office.West);
        }

        await _office.Housing.AddPropertyAsync(_office.West, new AddRentalProperty { Address = "睦宁路28号", LandlordName = "王房东" }, null, default);
        return [.. numbers.Skip(10)];
    }

    private async Task FindAllAsync(IReadOnlyList<string> numbers)
    {
        foreach (var number in numbers)
        {
            Assert.NotNull(await _office.Residents.FindByDocumentAsync(_office.West, new StatedDocument { Number = number }, default));
        }

        Assert.NotEmpty((await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Name = "张三" }, default)).Items);
        Assert.NotEmpty((await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Name = "张" }, default)).Items);
    }

    private async Task<HashSet<string>> IndexesAsync()
    {
        var page = await _office.Store.QueryAsync(new RecordQuery(_office.West.Agency, ResidentKind.Kind, limit: 1000), default);
        return [.. page.Records.SelectMany(record => record["document_index"].AsMany()).Select(value => Convert.ToHexString(value.AsBytes()))];
    }
}
