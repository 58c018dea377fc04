namespace Portal.Seeding;

/// <summary>Numbers that are the same every time (xorshift); nothing secret rests on them.</summary>
internal sealed class DemoRandom(uint seed)
{
    private uint _state = seed == 0 ? 1 : seed;

    public int Below(int limit)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)limit);
    }
}
