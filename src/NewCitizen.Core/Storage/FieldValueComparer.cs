using System.Text;

namespace NewCitizen.Storage;

/// <summary>
/// The one order of field values that every store must show: null first, text by its UTF-8 bytes, bytes unsigned,
/// numbers, dates and moments by value. Managers check what a store returns against it.
/// </summary>
public sealed class FieldValueComparer : IComparer<FieldValue>
{
    private FieldValueComparer()
    {
    }

    /// <summary>The shared comparer.</summary>
    public static FieldValueComparer Instance { get; } = new();

    /// <inheritdoc/>
    public int Compare(FieldValue x, FieldValue y)
    {
        if (x.IsNull || y.IsNull)
        {
            return y.IsNull.CompareTo(x.IsNull);
        }

        return (x.RawReference, y.RawReference) switch
        {
            (string a, string b) => CompareText(a, b),
            (byte[] a, byte[] b) => a.AsSpan().SequenceCompareTo(b),
            (FieldValue[] a, FieldValue[] b) => CompareMany(a, b),
            _ when x.Type == y.Type && ReferenceEquals(x.RawReference, y.RawReference) => x.RawNumber.CompareTo(y.RawNumber),
            _ => Rank(x).CompareTo(Rank(y)),
        };
    }

    // UTF-16 and UTF-8 sort alike except where surrogates meet U+E000–U+FFFF.
    private static int CompareText(string a, string b)
    {
        var shared = a.AsSpan().CommonPrefixLength(b);
        if (shared == a.Length || shared == b.Length)
        {
            return a.Length.CompareTo(b.Length);
        }

        return Weight(a[shared]).CompareTo(Weight(b[shared]));

        static int Weight(char c) => char.IsSurrogate(c) ? c + 0x10000 : c;
    }

    private static int CompareMany(FieldValue[] a, FieldValue[] b)
    {
        for (var i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            var order = Instance.Compare(a[i], b[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private static int Rank(FieldValue value) => (value.IsMany ? 100 : 0) + (int)value.Type;
}
