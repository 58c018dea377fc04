using System.Text.Json.Nodes;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Storage;

namespace NewCitizen.Core.Tests.Privacy;

public sealed class FileKeyRingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nc-keys-");
    private readonly string _path;

    public FileKeyRingTests() => _path = Path.Combine(_folder.FullName, "keys.json");

    public void Dispose() => _folder.Delete(recursive: true);

    private KeyRingException Refused(ErrorCode code)
    {
        var error = Assert.Throws<KeyRingException>(() => FileKeyRing.Open(_path));
        Assert.Equal(code, error.Code);
        return error;
    }

    [Fact]
    public void Open_NoFile_IsRefused() => Refused(PrivacyErrors.KeyRingMissing);

    [Fact]
    public void OpenOrCreate_NewFile_IsOwnersOnlyAndOpensAgain()
    {
        using var made = FileKeyRing.OpenOrCreate(_path);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_path));
        }

        using var opened = FileKeyRing.OpenOrCreate(_path);
        Assert.Equal(made.EncryptionKey.Bytes, opened.EncryptionKey.Bytes);
        Assert.Equal(made.IndexKeys[0].Bytes, opened.IndexKeys[0].Bytes);
        Assert.Equal(made.AuditPublicKeys[0].SubjectPublicKeyInfo.Span, opened.AuditPublicKeys[0].SubjectPublicKeyInfo.Span);
        Assert.Equal([_path], Directory.GetFiles(_folder.FullName));
    }

    [SkippableTheory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void Open_ExposedFile_IsRefused(UnixFileMode mode)
    {
        Skip.If(OperatingSystem.IsWindows(), "Access lists are the administrator's duty on Windows.");
        FileKeyRing.OpenOrCreate(_path).Dispose();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite | mode);
        }

        Refused(PrivacyErrors.KeyRingExposed);
        Assert.Equal(PrivacyErrors.KeyRingExposed, Assert.Throws<KeyRingException>(() => FileKeyRing.OpenOrCreate(_path)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"version\":1}")]
    [InlineData("{\"version\":1,\"encryption\":[],\"index\":[],\"signing\":[]}")]
    [InlineData("{\"version\":1,\"encryption\":[{\"id\":1,\"key\":\"c2VjcmV0\"}],\"index\":[{\"id\":1,\"key\":\"c2VjcmV0\"}],\"signing\":[{\"id\":1,\"key\":\"c2VjcmV0\"}]}")]
    [InlineData("{\"version\":1,\"encryption\":[null],\"index\":[null],\"signing\":[null]}")]
    [InlineData("{\"version\":1,\"encryption\":null,\"index\":null,\"signing\":null}")]
    [InlineData("{\"version\":1,\"encryption\":[{\"id\":70000,\"key\":\"!secret!\"}],\"index\":[],\"signing\":[]}")]
    public void Open_MalformedFile_IsRefusedWithoutQuotingIt(string text)
    {
        FileKeyRing.OpenOrCreate(_path).Dispose();
        File.WriteAllText(_path, text);
        var error = Refused(PrivacyErrors.KeyRingMalformed).ToString();
        Assert.DoesNotContain("c2VjcmV0", error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_TruncatedFile_IsRefusedAtAnyLength()
    {
        FileKeyRing.OpenOrCreate(_path).Dispose();
        var bytes = File.ReadAllBytes(_path);
        for (var length = 0; length < bytes.Length - 1; length += 13)
        {
            File.WriteAllBytes(_path, bytes[..length]);
            Refused(PrivacyErrors.KeyRingMalformed);
        }
    }

    [Fact]
    public void Open_NewerVersion_IsRefused()
    {
        FileKeyRing.OpenOrCreate(_path).Dispose();
        var json = JsonNode.Parse(File.ReadAllText(_path))!;
        json["version"] = 2;
        json["cloud"] = true;
        File.WriteAllText(_path, json.ToJsonString());
        Refused(PrivacyErrors.KeyRingVersion);
    }

    [Fact]
    public void Open_UnknownMemberOrRepeatedNumber_IsRefused()
    {
        FileKeyRing.OpenOrCreate(_path).Dispose();
        var json = JsonNode.Parse(File.ReadAllText(_path))!;
        json["encryption"]!.AsArray().Add(json["encryption"]![0]!.DeepClone());
        File.WriteAllText(_path, json.ToJsonString());
        Refused(PrivacyErrors.KeyRingMalformed);
        json["encryption"]!.AsArray().RemoveAt(1);
        File.WriteAllText(_path, json.ToJsonString());
        FileKeyRing.Open(_path).Dispose();
        json["extra"] = 1;
        File.WriteAllText(_path, json.ToJsonString());
        Refused(PrivacyErrors.KeyRingMalformed);
    }

    [Fact]
    public void Rotate_AllThree_KeepsOlderKeysInTheFile()
    {
        using var ring = FileKeyRing.OpenOrCreate(_path);
        var first = ring.EncryptionKey.Bytes.ToArray();
        ring.Rotate();
        ring.RotateIndex();
        ring.RotateSigner();
        using var opened = FileKeyRing.Open(_path);
        Assert.Equal(2, opened.EncryptionKey.Id);
        Assert.Equal(first, opened.FindEncryptionKey(1)!.Bytes.ToArray());
        Assert.Equal([2, 1], opened.IndexKeys.Select(key => (int)key.Id));
        Assert.Equal(2, opened.AuditSigner.KeyId);
        Assert.Equal([1, 2], opened.AuditPublicKeys.Select(key => (int)key.Id));
        Assert.Equal([_path], Directory.GetFiles(_folder.FullName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_path));
        }
    }

    [Fact]
    public void FindEncryptionKey_AddedByAnotherProcess_IsFound()
    {
        using var here = FileKeyRing.OpenOrCreate(_path);
        using var there = FileKeyRing.Open(_path);
        there.Rotate();
        // The clock of the file system may be coarse.
        File.SetLastWriteTimeUtc(_path, new DateTime(2040, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var context = new FieldContext(new RecordKey(AgencyId.Parse("teda"), new RecordKind("a", "A.", [], []), Guid.Empty), "name");
        using var writer = new FieldProtector(there);
        using var reader = new FieldProtector(here);
        Assert.Equal("天津"u8.ToArray(), reader.Unprotect(context, writer.Protect(context, "天津"u8)));
        Assert.Null(here.FindEncryptionKey(9));
    }

    [Fact]
    public void Rotate_WhileAnotherWriterHoldsTheLock_IsRefusedAndChangesNothing()
    {
        using var ring = FileKeyRing.OpenOrCreate(_path);
        File.WriteAllText(_path + ".new", "");
        Assert.Equal(PrivacyErrors.KeyRingBusy, Assert.Throws<KeyRingException>(ring.Rotate).Code);
        Assert.Equal(1, ring.EncryptionKey.Id);
        using var opened = FileKeyRing.Open(_path);
        Assert.Equal(1, opened.EncryptionKey.Id);
    }

    [Fact]
    public async Task OpenOrCreate_ManyAtOnce_AllGetTheSameKeys()
    {
        var rings = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => FileKeyRing.OpenOrCreate(_path))));
        Assert.Single(rings.Select(ring => Convert.ToHexString(ring.EncryptionKey.Bytes)).Distinct());
        foreach (var ring in rings)
        {
            ring.Dispose();
        }
    }

    [Fact]
    public void OpenOrCreate_FolderMissing_IsRefused()
    {
        var error = Assert.Throws<KeyRingException>(() => FileKeyRing.OpenOrCreate(Path.Combine(_folder.FullName, "none", "keys.json")));
        Assert.Equal(PrivacyErrors.KeyRingUnavailable, error.Code);
    }

    [Fact]
    public void ToString_OfRingAndKey_ShowsNoKey()
    {
        using var ring = FileKeyRing.OpenOrCreate(_path);
        Assert.Equal("key ring file, key 1", ring.ToString());
        Assert.Equal("key 1", ring.IndexKeys[0].ToString());
    }

    [Fact]
    public void Dispose_Ring_ClearsTheKeys()
    {
        var ring = FileKeyRing.OpenOrCreate(_path);
        var key = ring.EncryptionKey;
        ring.Dispose();
        Assert.Equal(new byte[32], key.Bytes.ToArray());
    }
}
