using System.Security.Cryptography;
using System.Text.Json;

namespace NewCitizen.Privacy;

/// <summary>
/// Reads and replaces a key ring file. Writers hold a lock file, which is the new content itself: written whole, flushed to the disk,
/// then renamed over the old one, so a reader sees the old ring or the new one, never a part.
/// </summary>
internal sealed class KeyRingStorage(string path)
{
    private const int MaxLength = 1 << 20;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly string _path = Path.GetFullPath(path);
    private DateTime _modified;

    private string LockPath => _path + ".new";

    public string FilePath => _path;

    public bool IsThere => File.Exists(_path);

    public bool HasChanged => File.GetLastWriteTimeUtc(_path) != _modified;

    public KeyRingState Read()
    {
        if (!File.Exists(_path))
        {
            throw new KeyRingException(PrivacyErrors.KeyRingMissing, _path);
        }

        byte[] bytes;
        try
        {
            using var handle = File.OpenHandle(_path);
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(handle) & Others) != UnixFileMode.None)
            {
                throw new KeyRingException(PrivacyErrors.KeyRingExposed, _path);
            }

            _modified = File.GetLastWriteTimeUtc(handle);
            var length = RandomAccess.GetLength(handle);
            if (length > MaxLength)
            {
                throw new KeyRingException(PrivacyErrors.KeyRingMalformed, _path);
            }

            bytes = new byte[length];
            bytes = bytes[..RandomAccess.Read(handle, bytes, 0)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyRingException(PrivacyErrors.KeyRingUnavailable, _path, e);
        }

        try
        {
            return Parse(bytes);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    public KeyRingState ReadOrCreate()
    {
        // Whoever has the lock makes the file; the others wait for it.
        for (var attempt = 0; !File.Exists(_path); attempt++)
        {
            using var file = TryLock();
            if (file is not null)
            {
                return File.Exists(_path) ? Abandon(Read) : Write(file, KeyRingState.Generate());
            }

            if (attempt == 100)
            {
                throw new KeyRingException(PrivacyErrors.KeyRingBusy, LockPath);
            }

            Thread.Sleep(50);
        }

        return Read();
    }

    public KeyRingState Update(Func<KeyRingState, KeyRingState> change)
    {
        using var file = TryLock() ?? throw new KeyRingException(PrivacyErrors.KeyRingBusy, LockPath);
        try
        {
            return Write(file, change(Read()));
        }
        catch
        {
            File.Delete(LockPath);
            throw;
        }
    }

    private T Abandon<T>(Func<T> read)
    {
        File.Delete(LockPath);
        return read();
    }

    private FileStream? TryLock()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.Read | FileShare.Delete };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        try
        {
            return new FileStream(LockPath, options);
        }
        catch (IOException) when (File.Exists(LockPath) || File.Exists(_path))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new KeyRingException(PrivacyErrors.KeyRingUnavailable, _path, e);
        }
    }

    private KeyRingState Write(FileStream file, KeyRingState state)
    {
        var bytes = Format(state);
        try
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
            File.Move(LockPath, _path, overwrite: true);
            // Again, because the rename has to reach the disk before anything is encrypted with the new key.
            file.Flush(flushToDisk: true);
            _modified = File.GetLastWriteTimeUtc(_path);
            return state;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(LockPath);
            throw new KeyRingException(PrivacyErrors.KeyRingUnavailable, _path, e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static byte[] Format(KeyRingState state)
    {
        static KeyRingFile.Entry Entry(ProtectionKey key) => new() { Id = key.Id, Key = key.Bytes.ToArray() };
        var file = new KeyRingFile
        {
            Version = KeyRingFile.CurrentVersion,
            Encryption = [.. state.Encryption.Select(Entry)],
            Index = [.. state.Index.Select(Entry)],
            Signing = [.. state.Signers.Select(signer => new KeyRingFile.Entry { Id = signer.KeyId, Key = signer.Export() })],
        };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(file, KeyRingJson.Default.KeyRingFile);
        Clear(file);
        return bytes;
    }

    private KeyRingState Parse(byte[] bytes)
    {
        try
        {
            // The version first: a newer file may hold members this version does not know.
            var version = ReadVersion(bytes);
            if (version != KeyRingFile.CurrentVersion)
            {
                throw new KeyRingException(PrivacyErrors.KeyRingVersion, _path);
            }

            var file = JsonSerializer.Deserialize(bytes, KeyRingJson.Default.KeyRingFile)!;
            try
            {
                Require(file.Encryption);
                Require(file.Index);
                Require(file.Signing);
                return new KeyRingState(
                    [.. file.Encryption.Select(entry => new ProtectionKey(entry.Id, entry.Key))],
                    [.. file.Index.Select(entry => new ProtectionKey(entry.Id, entry.Key))],
                    [.. file.Signing.Select(entry => EcdsaAuditSigner(entry))]);
            }
            finally
            {
                Clear(file);
            }
        }
        catch (Exception e) when (e is JsonException or ArgumentException or CryptographicException or InvalidOperationException)
        {
            // Without the cause: the text of a JSON error may quote what stands in the file.
            throw new KeyRingException(PrivacyErrors.KeyRingMalformed, _path);
        }
    }

    private static Audit.EcdsaAuditSigner EcdsaAuditSigner(KeyRingFile.Entry entry) => Audit.EcdsaAuditSigner.Import(entry.Id, entry.Key);

    private static int ReadVersion(byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes);
        return document.RootElement.TryGetProperty("version", out var version) && version.TryGetInt32(out var number)
            ? number
            : throw new JsonException();
    }

    private static void Require(IReadOnlyList<KeyRingFile.Entry> entries)
    {
        if (entries.Count == 0 || entries.Any(entry => entry is not { Id: > 0 }) || entries.DistinctBy(entry => entry.Id).Count() != entries.Count)
        {
            throw new ArgumentException("No key, or a number given twice.", nameof(entries));
        }
    }

    private static void Clear(KeyRingFile file)
    {
        foreach (var entry in file.Encryption.Concat(file.Index).Concat(file.Signing))
        {
            CryptographicOperations.ZeroMemory(entry?.Key);
        }
    }
}
