using NewCitizen.Addresses;
using NewCitizen.Errors;

namespace NewCitizen.Core.Tests.Addresses;

public sealed class AddressTests : IDisposable
{
    private readonly TestOffice _office = new();

    public void Dispose() => _office.Dispose();

    [Theory]
    [InlineData("第三大街16号3-201", "第三大街 16号３－２０１", true)]
    [InlineData("A座101", "a座101", true)]
    [InlineData("3-201", "32-01", false)]
    [InlineData("𠮷祥里1号", "祥里1号", false)]
    public async Task FindOrAddAsync_Spellings_MeetOnlyWhenTheyDifferInWidthCaseAndSpaces(string one, string other, bool same)
    {
        Assert.Equal(same, await AddAsync(one) == await AddAsync(other));
    }

    [Fact]
    public async Task FindOrAddAsync_ManyAtOnce_MakeOneAddress()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => AddAsync("洞庭路76号"))));
        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task FindOrAddAsync_EmptyTooLongOrControl_IsRefused()
    {
        Assert.Equal(AddressErrors.Empty, await ErrorAsync(" ,. "));
        Assert.Equal(AddressErrors.TooLong, await ErrorAsync(new string('路', 201)));
        Assert.Equal(AddressErrors.Character, await ErrorAsync("路\u00011号"));

        async Task<ErrorCode> ErrorAsync(string text) =>
            (await _office.Addresses.FindOrAddAsync(_office.West, new DeclareAddress { Text = text }, default)).FirstError.Code;
    }

    [Fact]
    public async Task FindOrAddAsync_TwoAgencies_KeepTheirOwn()
    {
        var west = await AddAsync("洞庭路76号");
        var south = (await _office.Addresses.FindOrAddAsync(_office.South, new DeclareAddress { Text = "洞庭路76号" }, default)).Require().Id;

        Assert.NotEqual(west, south);
        Assert.Null(await _office.Addresses.FindAsync(_office.South, west, default));
    }

    private async Task<StandardAddressId> AddAsync(string text) =>
        (await _office.Addresses.FindOrAddAsync(_office.West, new DeclareAddress { Text = text }, default)).Require().Id;
}
