using System.Globalization;

namespace NewCitizen.Exchange.Checking;

/// <summary>
/// Reads the part of regular expressions that descriptions use: anchors at both ends, ASCII characters and classes, groups, and the
/// counts <c>?</c>, <c>*</c>, <c>+</c>, <c>{n}</c>, <c>{n,m}</c>. Anything else is a mistake in a description and throws.
/// </summary>
internal sealed class PatternParser(string pattern)
{
    private readonly PatternStates _states = new();
    private int _at;

    public PatternStates Parse()
    {
        Expect('^');
        var end = Sequence(PatternStates.Start, closing: '$');
        Expect('$');
        if (_at != pattern.Length)
        {
            throw Unsupported();
        }

        _states.Final = end;
        return _states;
    }

    private int Sequence(int from, char closing)
    {
        while (_at < pattern.Length && pattern[_at] != closing)
        {
            from = Counted(from);
        }

        return from;
    }

    private int Counted(int from)
    {
        var atom = _at;
        SkipAtom();
        var (min, max) = Count();
        var after = _at;
        for (var i = 0; i < min; i++)
        {
            from = Atom(atom, from);
        }

        if (max is null)
        {
            var loop = _states.Add();
            _states.Skip(from, loop);
            _states.Skip(Atom(atom, loop), loop);
            from = loop;
        }
        else
        {
            var ends = new List<int> { from };
            for (var i = min; i < max; i++)
            {
                from = Atom(atom, from);
                ends.Add(from);
            }

            foreach (var end in ends)
            {
                _states.Skip(end, from);
            }
        }

        _at = after;
        return from;
    }

    private int Atom(int start, int from)
    {
        _at = start;
        if (pattern[_at] == '(')
        {
            _at++;
            var inner = Sequence(from, ')');
            Expect(')');
            return inner;
        }

        var to = _states.Add();
        _states.Read(from, to, Class());
        return to;
    }

    private void SkipAtom()
    {
        if (pattern[_at] != '(')
        {
            Class();
            return;
        }

        for (var depth = 0; ; _at++)
        {
            if (_at >= pattern.Length)
            {
                throw Unsupported();
            }

            depth += pattern[_at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                _at++;
                return;
            }
        }
    }

    private bool[] Class()
    {
        var set = new bool[128];
        if (pattern[_at] != '[')
        {
            set[Character()] = true;
            return set;
        }

        _at++;
        while (pattern[_at] != ']')
        {
            var first = ClassCharacter();
            var last = first;
            if (pattern[_at] == '-' && pattern[_at + 1] != ']')
            {
                _at++;
                last = ClassCharacter();
            }

            for (var c = first; c <= last; c++)
            {
                set[c] = true;
            }
        }

        _at++;
        return set;
    }

    private char ClassCharacter() => pattern[_at] is var c && c < 128 && c is not ('^' or '\\' or '[') ? pattern[_at++] : throw Unsupported();

    private char Character()
    {
        if (pattern[_at] == '\\' && char.IsAsciiLetterOrDigit(pattern[_at + 1]))
        {
            throw Unsupported();
        }

        if (pattern[_at] == '\\')
        {
            _at++;
        }
        else if (pattern[_at] is >= (char)128 or '.' or '|' or '*' or '+' or '?' or '{' or '}' or ')' or '^' or '$')
        {
            throw Unsupported();
        }

        return pattern[_at++];
    }

    private (int Min, int? Max) Count()
    {
        switch (_at < pattern.Length ? pattern[_at] : '$')
        {
            case '?':
                _at++;
                return (0, 1);
            case '*':
                _at++;
                return (0, null);
            case '+':
                _at++;
                return (1, null);
            case '{':
                var end = pattern.IndexOf('}', _at);
                var bounds = pattern[(_at + 1)..end].Split(',');
                _at = end + 1;
                var min = int.Parse(bounds[0], CultureInfo.InvariantCulture);
                return (min, bounds.Length == 1 ? min : int.Parse(bounds[1], CultureInfo.InvariantCulture));
            default:
                return (1, 1);
        }
    }

    private void Expect(char sign)
    {
        if (_at >= pattern.Length || pattern[_at++] != sign)
        {
            throw Unsupported();
        }
    }

    private InvalidOperationException Unsupported() => new($"The pattern {pattern} uses more than the profile allows, at {_at}.");
}
