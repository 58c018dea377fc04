using System.Security.Cryptography;

namespace NewCitizen.Privacy;

/// <summary>
/// Ready-made AES-GCM instances of one key. <see cref="AesGcm"/> does not promise to be thread-safe and its key schedule costs more than
/// a short field, so an instance is lent to one caller at a time. One slot a group of threads, each on its own cache line.
/// </summary>
internal sealed class CipherPool(ProtectionKey key) : IDisposable
{
    private const int Slots = 16;
    private const int Stride = 8;
    private readonly AesGcm?[] _slots = new AesGcm?[Slots * Stride];

    public ushort KeyId { get; } = key.Id;

    public AesGcm Rent() => Interlocked.Exchange(ref Slot, null) ?? new AesGcm(key.Bytes, FieldEnvelope.TagSize);

    public void Return(AesGcm cipher) => Interlocked.Exchange(ref Slot, cipher)?.Dispose();

    public void Dispose()
    {
        for (var i = 0; i < _slots.Length; i += Stride)
        {
            Interlocked.Exchange(ref _slots[i], null)?.Dispose();
        }
    }

    private ref AesGcm? Slot => ref _slots[(Environment.CurrentManagedThreadId & (Slots - 1)) * Stride];
}
