using NewCitizen.Privacy;
using NewCitizen.Residents;

namespace NewCitizen.Core.Tests.Residents;

public sealed class RotationTests : IDisposable
{
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    private EphemeralKeyRing Keys => _office.Keys;

    [Fact]
    public async Task RegisterAsync_NumberOnFileUnderAnOlderIndexKey_StaysUnique()
    {
        var first = await _office.RegisterAsync(TestOffice.Person());
        Keys.RotateIndex();

        var again = await _office.RegisterAsync(TestOffice.Person());

        Assert.Equal(first.Id, again.Id);
        Assert.Equal(RegistrationEffect.NothingNew, again.Effect);
    }

    [Fact]
    public async Task RegisterAsync_WrittenBetweenTwoRotations_IsFoundByAllKeys()
    {
        Keys.RotateIndex();
        var first = await _office.RegisterAsync(TestOffice.Person());
        Keys.RotateIndex();

        Assert.Equal(first.Id, (await _office.Residents.FindByDocumentAsync(_office.West, new StatedDocument { Number = TestOffice.Number }, default))?.Id);
        var page = await _office.Residents.SearchAsync(_office.West, new ResidentSearch { Name = "张三" }, default);
        Assert.Equal(first.Id, Assert.Single(page.Items).Id);
    }
}
