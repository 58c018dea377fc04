namespace NewCitizen.Core.Tests.Residents.Claims;

/// <summary>The same throws for the same seed, on every runtime (SplitMix64).</summary>
internal sealed class Dice(int seed)
{
    private ulong _state = (ulong)seed * 0x9E37_79B9_7F4A_7C15;

    public int Next(int sides)
    {
        var mixed = _state += 0x9E37_79B9_7F4A_7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)sides);
    }
}
