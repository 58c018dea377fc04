using System.Security.Cryptography;
using NewCitizen.Audit;

namespace NewCitizen.Core.Tests.Audit;

public sealed class MerkleTreeTests
{
    // Test vectors of the certificate transparency project for RFC 6962: these leaves and the root of each prefix.
    private static readonly string[] s_leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

    private static readonly string[] s_roots =
    [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    private static byte[] Leaf(byte[] data) => SHA256.HashData([0, .. data]);

    [Fact]
    public void Root_Empty_IsHashOfNothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", Convert.ToHexStringLower(new MerkleTree().Root()));

    [Fact]
    public void Root_KnownVectors_Agree()
    {
        var tree = new MerkleTree();
        for (var i = 0; i < s_leaves.Length; i++)
        {
            tree.Append(Leaf(Convert.FromHexString(s_leaves[i])));
            Assert.Equal(s_roots[i], Convert.ToHexStringLower(tree.Root()));
        }
    }

    [Fact]
    public void Root_EverySizeTo300_EqualsTheDefinition()
    {
        var leaves = Enumerable.Range(0, 300).Select(i => Leaf(BitConverter.GetBytes(i))).ToArray();
        var tree = new MerkleTree();
        for (var size = 0; size <= 300; size++)
        {
            Assert.Equal(Naive(leaves.AsSpan(0, size)), tree.Root());
            // Goes on from its frontier as a checkpoint stores it.
            tree = new MerkleTree(size, [.. tree.Frontier]);
            if (size < 300)
            {
                tree.Append(leaves[size]);
            }
        }
    }

    [Fact]
    public void New_FrontierOfAnotherSize_Throws() => Assert.Throws<ArgumentException>(() => new MerkleTree(3, [new byte[32]]));

    // MTH of RFC 6962 section 2.1, word for word.
    private static byte[] Naive(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length <= 1)
        {
            return leaves.Length == 0 ? SHA256.HashData([]) : leaves[0];
        }

        var k = 1;
        while (k * 2 < leaves.Length)
        {
            k *= 2;
        }

        return SHA256.HashData([1, .. Naive(leaves[..k]), .. Naive(leaves[k..])]);
    }
}
