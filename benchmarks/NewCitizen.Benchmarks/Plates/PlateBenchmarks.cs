using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using NewCitizen.Plates;
using NewCitizen.Privacy;

namespace NewCitizen.Benchmarks.Plates;

/// <summary>One scan of a door plate up to where the store would be asked; beside it, the HMAC that no check can do without.</summary>
[MemoryDiagnoser]
[MedianColumn]
public class PlateBenchmarks
{
    private const int Count = 1_000;

    private readonly EphemeralKeyRing _keys = new();
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private PlateSigner _signer = null!;
    private string[] _genuine = [];
    private string[] _forged = [];

    [GlobalSetup]
    public void Setup()
    {
        _signer = new PlateSigner(_keys);
        _genuine = [.. Enumerable.Range(0, Count).Select(_ => _signer.Sign(PlateCode.NewRandom()).ToString())];
        _forged = [.. _genuine.Select(token => token[..^1] + (token[^1] == '0' ? '1' : '0'))];
        if (_genuine.Any(token => !_signer.TryVerify(token, out _)) || _forged.Any(token => _signer.TryVerify(token, out _)))
        {
            throw new InvalidOperationException("The signer is wrong.");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "HMAC-SHA-256 of 10 bytes (floor)")]
    public int Floor()
    {
        Span<byte> message = stackalloc byte[10];
        Span<byte> hash = stackalloc byte[32];
        var sum = 0;
        for (var i = 0; i < Count; i++)
        {
            message[0] = (byte)i;
            HMACSHA256.HashData(_key, message, hash);
            sum += hash[0];
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "PlateSigner.TryVerify, genuine")]
    public int Genuine()
    {
        var right = 0;
        foreach (var token in _genuine)
        {
            right += _signer.TryVerify(token, out _) ? 1 : 0;
        }

        return right;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "PlateSigner.TryVerify, forged")]
    public int Forged()
    {
        var right = 0;
        foreach (var token in _forged)
        {
            right += _signer.TryVerify(token, out _) ? 1 : 0;
        }

        return right;
    }
}
