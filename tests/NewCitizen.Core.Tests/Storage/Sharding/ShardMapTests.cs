using CsCheck;
using NewCitizen.Agencies;
using NewCitizen.Storage;
using NewCitizen.Storage.Sharding;

namespace NewCitizen.Core.Tests.Storage.Sharding;

public sealed class ShardMapTests
{
    private static readonly AgencyId s_west = AgencyId.Parse("west");

    [Fact]
    public void ShardOf_UnnamedAgency_IsFixedForEver()
    {
        var map = new ShardMap(["a", "b", "c"]);

        // Written down once: another answer would send offices to places where their records are not.
        Assert.Equal(
            ["west=b", "south=c", "teda=a", "hangu=a", "x=a", "directory-00=a"],
            new[] { "west", "south", "teda", "hangu", "x", "directory-00" }.Select(agency => $"{agency}={map.ShardOf(AgencyId.Parse(agency))}"));
    }

    [Fact]
    public void AddShard_AnyAgency_StaysWhereItWas() =>
        Gen.Char["abcdefghijklmnopqrstuvwxyz0123456789-"].Array[1, 32].Sample(letters =>
        {
            var agency = AgencyId.Parse(new string(letters));
            var map = new ShardMap(["a", "b", "c"]);
            Assert.Equal(map.ShardOf(agency), map.AddShard("d").AddShard("e").ShardOf(agency));
        });

    [Fact]
    public void ShardOf_ManyAgencies_SpreadsThem()
    {
        var map = new ShardMap(["a", "b", "c", "d"]);
        var counts = Enumerable.Range(0, 4000).CountBy(i => map.ShardOf(AgencyId.Parse($"station-{i}"))).Select(shard => shard.Value).ToList();
        Assert.Equal(4, counts.Count);
        Assert.All(counts, count => Assert.InRange(count, 900, 1100));
    }

    [Fact]
    public void Assign_AnAgency_MakesTheNextVersionAndLeavesThisOne()
    {
        var map = new ShardMap(["a", "b"]);
        var next = map.AddShard("c").Assign(s_west, "c");
        Assert.Equal((1L, 3L, "c"), (map.Version, next.Version, next.ShardOf(s_west)));
        Assert.NotEqual("c", map.ShardOf(s_west));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("")]
    [InlineData("a/b")]
    public void ShardMap_MalformedName_IsRefused(string name) => Assert.Throws<ArgumentException>(() => new ShardMap(["a", name]));

    [Fact]
    public void ShardMap_NamesTwiceUnknownOrNone_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ShardMap([]));
        Assert.Throws<ArgumentException>(() => new ShardMap(["a", "a"]));
        Assert.Throws<ArgumentException>(() => new ShardMap(["a"], new Dictionary<AgencyId, string> { [s_west] = "b" }));
        Assert.Throws<ArgumentException>(() => new ShardMap(["a"], hashedShards: 2));
        Assert.Throws<ArgumentException>(() => new ShardMap(["a"]).ShardOf(default));
    }

    [Fact]
    public async Task ShardMapFile_TwoProcesses_ReadWhatOneReplaced()
    {
        using var folder = new TempDirectory();
        var path = Path.Combine(folder.Path, "shards.json");
        var one = ShardMapFile.OpenOrCreate(path, new ShardMap(["a", "b"]));
        var two = ShardMapFile.OpenOrCreate(path, new ShardMap(["other"]));
        Assert.Equal(["a", "b"], two.Current.Shards);

        var next = one.Current.Move(s_west, one.Current.ShardOf(s_west) == "a" ? "b" : "a");
        Assert.True(await one.TryReplaceAsync(next, default));
        Assert.False(await two.TryReplaceAsync(two.Current.AddShard("c"), default));
        var read = await two.RefreshAsync(default);
        Assert.Equal((2L, next.ShardOf(s_west), next.Moves[0]), (read.Version, read.ShardOf(s_west), read.Moves[0]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"version":1,"shards":["a"],"hashedShards":2}""")]
    [InlineData("""{"version":1,"shards":null,"hashedShards":1}""")]
    public void ShardMapFile_NotAMap_IsRefusedByCode(string text)
    {
        using var folder = new TempDirectory();
        var path = Path.Combine(folder.Path, "shards.json");
        File.WriteAllText(path, text);
        var refused = Assert.Throws<StoreUnavailableException>(() => ShardMapFile.OpenOrCreate(path, new ShardMap(["a"])));
        Assert.Equal(StorageErrors.ShardMapInvalid, refused.Code);
    }
}
