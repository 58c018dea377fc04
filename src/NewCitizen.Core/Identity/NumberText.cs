using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using NewCitizen.Errors;

namespace NewCitizen.Identity;

/// <summary>Shared text handling of the number types: exceptions without values, formats <c>F</c> (full) and <c>M</c> (masked).</summary>
internal static class NumberText
{
    public static T Parse<T, TChar>(ReadOnlySpan<TChar> text)
        where T : struct, INumberText<T>
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        T.Read(text, out var number, out var error) ? number : throw Refused(error);

    // Static members of an interface are reached through a type parameter only.
    public static bool Read<T, TChar>(ReadOnlySpan<TChar> text, out T number, [NotNullWhen(false)] out ErrorCode? error)
        where T : struct, INumberText<T>
        where TChar : unmanaged, IBinaryInteger<TChar> => T.Read(text, out number, out error);

    public static void Write<T, TChar>(T number, Span<TChar> destination, bool full)
        where T : struct, INumberText<T>
        where TChar : unmanaged, IBinaryInteger<TChar> => number.Write(destination, full);

    // Not CreateTruncating nor BitCast: before the JIT optimises, those box.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Unit<TChar>(TChar unit)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        typeof(TChar) == typeof(char) ? Unsafe.As<TChar, char>(ref unit) : Unsafe.As<TChar, byte>(ref unit);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TChar To<TChar>(int ascii)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var unit = (char)ascii;
        var single = (byte)ascii;
        return typeof(TChar) == typeof(char) ? Unsafe.As<char, TChar>(ref unit) : Unsafe.As<byte, TChar>(ref single);
    }

    // IParsable asks for FormatException; the inner exception carries the code for handlers of the SDK.
    public static FormatException Refused(ErrorCode error) =>
        new($"{error.Value}: {error.English}", new NewCitizenException(error));

    public static string ToString<T>(in T number, ReadOnlySpan<char> format)
        where T : struct, INumberText<T>
    {
        Span<char> buffer = stackalloc char[32];
        var text = buffer[..number.TextLength];
        number.Write(text, IsFull(format));
        return text.ToString();
    }

    public static bool TryFormat<T, TChar>(in T number, Span<TChar> destination, out int written, ReadOnlySpan<char> format)
        where T : struct, INumberText<T>
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        var full = IsFull(format);
        written = 0;
        if (destination.Length < number.TextLength)
        {
            return false;
        }

        written = number.TextLength;
        number.Write(destination[..written], full);
        return true;
    }

    public static bool IsFull(ReadOnlySpan<char> format) => format switch
    {
        [] or "M" or "G" => false,
        "F" => true,
        _ => throw new FormatException("The format is F (full) or M (masked)."),
    };

    /// <summary>The error of a text that is not <paramref name="expected"/> units long; UTF-8 is judged by its characters, not its bytes.</summary>
    public static ErrorCode WrongLength<TChar>(ReadOnlySpan<TChar> text, int expected)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        IsBlank(text) ? IdentityErrors.Empty
        : CharCount(text) == expected ? IdentityErrors.Character
        : IdentityErrors.Length;

    public static bool IsBlank<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        foreach (var unit in text)
        {
            if (!char.IsWhiteSpace((char)Unit(unit)))
            {
                return false;
            }
        }

        return true;
    }

    public static int CharCount<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar> =>
        typeof(TChar) == typeof(byte)
            ? Encoding.UTF8.GetCharCount(MemoryMarshal.AsBytes(text))
            : text.Length;

    /// <summary>Copies ASCII letters and digits in upper case. False when any unit is neither.</summary>
    public static bool TryUpper<TChar>(ReadOnlySpan<TChar> text, Span<char> upper)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        for (var i = 0; i < text.Length; i++)
        {
            var unit = Unit(text[i]);
            if (unit >= 128 || !char.IsAsciiLetterOrDigit((char)unit))
            {
                return false;
            }

            upper[i] = char.ToUpperInvariant((char)unit);
        }

        return true;
    }

    public static bool AllDigits(ReadOnlySpan<char> text) => AllDigits<char>(text);

    // A loop and not ContainsAnyExceptInRange, whose null checks box its bounds until the JIT optimises them away.
    public static bool AllDigits<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        foreach (var unit in text)
        {
            if (Unit(unit) - '0' > 9)
            {
                return false;
            }
        }

        return true;
    }
}
