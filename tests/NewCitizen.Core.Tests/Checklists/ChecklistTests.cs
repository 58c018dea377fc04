using System.Text;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Checklists;
using NewCitizen.Errors;
using NewCitizen.Residents;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Checklists;

public sealed class ChecklistTests : IDisposable
{
    private const string List = "six-items-example";

    private readonly TestOffice _office = new(builder => builder.UseChecklists(ChecklistReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "Checklists", "checklist-example.json"))));

    private ChecklistManager Lists => _office.Get<ChecklistManager>();

    public void Dispose() => _office.Dispose();

    [Fact]
    public void ReadFile_Example_SaysThatItIsOne()
    {
        var template = Assert.Single(Lists.Templates);

        Assert.Equal((6, ChecklistSubject.Person), (template.Items.Count, template.Subject));
        Assert.Contains("示例", template.Name + template.Source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TickAsync_EveryItem_WhoAndWhenUntilNothingIsMissing()
    {
        var person = await _office.RegisterAsync(TestOffice.Person());
        var template = Lists.Templates[0];
        Assert.Equal(6, (await Lists.FindAsync(_office.West, List, person.Id.Value, default)).Require().Missing(template).Count);

        await Task.WhenAll(template.Items.Select(item => Task.Run(async () => (await Lists.TickAsync(_office.West, List, person.Id.Value, item.Code, "张三在家", default)).Require())));
        (await Lists.TickAsync(_office.West with { }, List, person.Id.Value, "item-1", null, default)).Require();

        var progress = (await Lists.FindAsync(_office.West, List, person.Id.Value, default)).Require();
        Assert.Empty(progress.Missing(template));
        Assert.Equal(("clerk-1", _office.Clock.GetCurrentInstant(), "张三在家"), (progress.Find("item-1")!.Actor, progress.Find("item-1")!.At, progress.Find("item-1")!.Note));
        Assert.Contains((await _office.Residents.TimelineAsync(_office.West, person.Id, default))!, entry => entry.Event.Code == "checklist.ticked");
        var stored = Assert.Single((await _office.Store.QueryAsync(new RecordQuery(_office.West.Agency, ChecklistKinds.Progress), default)).Records);
        Assert.DoesNotContain("\\u5728", Encoding.UTF8.GetString(stored.Body.Span), StringComparison.OrdinalIgnoreCase);

        progress = (await Lists.UntickAsync(_office.West, List, person.Id.Value, "item-3", default)).Require();
        Assert.Equal(["item-3"], progress.Missing(template).Select(item => item.Code));
        (await _office.Get<PersonErasure>().EraseAsync(_office.West.For("删除"), person.Id, default)).Require();
        Assert.Empty((await Lists.FindAsync(_office.West, List, person.Id.Value, default)).Require().Done);
    }

    [Fact]
    public async Task TickAsync_SomethingWrong_IsRefused()
    {
        var person = (await _office.RegisterAsync(TestOffice.Person())).Id.Value;

        Assert.Equal("NC2860", (await Lists.TickAsync(_office.West, "other", person, "item-1", null, default)).FirstError.Code.Value);
        Assert.Equal("NC2860", (await Lists.FindAsync(_office.West, "other", person, default)).FirstError.Code.Value);
        Assert.Equal("NC2861", (await Lists.TickAsync(_office.West, List, person, "item-7", null, default)).FirstError.Code.Value);
        Assert.Equal("NC2862", (await Lists.TickAsync(_office.West, List, Guid.NewGuid(), "item-1", null, default)).FirstError.Code.Value);
        Assert.Equal("NC2863", (await Lists.TickAsync(_office.West, List, person, "item-1", new string('长', 501), default)).FirstError.Code.Value);
        Assert.Equal("NC2864", (await Lists.UntickAsync(_office.West, List, person, "item-1", default)).FirstError.Code.Value);
    }

    [Theory]
    [InlineData("{", "NC2850", null)]
    [InlineData("{}", "NC2850", null)]
    [InlineData("""{"checklists":[],"lists":[]}""", "NC2850", null)]
    [InlineData("""{"checklists":[{"code":"A","name":"n","subject":"person","items":[{"code":"a","name":"n"}]}]}""", "NC2851", "/checklists/0/code")]
    [InlineData("""{"checklists":[{"code":"a","name":"n","subject":"person","items":[{"code":"a","name":"n"},{"code":"a","name":"n"}]}]}""", "NC2852", "/checklists/0/items/1/code")]
    [InlineData("""{"checklists":[{"code":"a","name":"n","subject":"person","items":[{"code":"a","name":"n"}]},{"code":"a","name":"n","subject":"home","items":[{"code":"a","name":"n"}]}]}""", "NC2852", "/checklists/1/code")]
    [InlineData("""{"checklists":[{"code":"a","subject":"person","items":[{"code":"a","name":"n"}]}]}""", "NC2853", "/checklists/0/name")]
    [InlineData("""{"checklists":[{"code":"a","name":"n","subject":"dog","items":[{"code":"a","name":"n"}]}]}""", "NC2854", "/checklists/0/subject")]
    [InlineData("""{"checklists":[{"code":"a","name":"n","subject":"home","items":[]}]}""", "NC2855", "/checklists/0/items")]
    public void Read_SomethingWrong_IsSaidWithItsPlace(string json, string code, string? place)
    {
        Assert.Null(ChecklistReader.Read(Encoding.UTF8.GetBytes(json), out var issues));
        Assert.Equal((code, place), (issues[0].Code.Value, issues[0].Location.Pointer));
    }
}
