using NewCitizen.Storage;
using NodaTime;

namespace NewCitizen.Core.Tests.Storage;

public sealed class FieldValueTests
{
    // Built at run time: half a pair does not survive as the name of a test case.
    [Fact]
    public void Text_HalfASurrogatePair_IsRefused()
    {
        const char High = '\uD840';
        const char Low = '\uDC00';
        foreach (var text in new[] { $"{High}", $"{Low}", $"{Low}{High}", $"a{High}", $"{High}a", $"{High}{High}{Low}", $"{High}{Low}{Low}" })
        {
            Assert.Throws<ArgumentException>(() => FieldValue.Text(text));
        }

        Assert.Equal($"a{High}{Low}", FieldValue.Text($"a{High}{Low}").AsText());
        Assert.Equal($"{High}{Low}{High}{Low}b", FieldValue.Text($"{High}{Low}{High}{Low}b").AsText());
    }

    [Fact]
    public void Date_OutsideYears1To9999_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FieldValue.Date(new LocalDate(0, 12, 31)));
        Assert.Throws<ArgumentOutOfRangeException>(() => FieldValue.Date(LocalDate.MinIsoValue));
        Assert.Equal("0001-01-01", FieldValue.Date(new LocalDate(1, 1, 1)).ToIsoDate());
        Assert.Equal("9999-12-31", FieldValue.Date(new LocalDate(9999, 12, 31)).ToIsoDate());
    }

    [Fact]
    public void Many_RepeatedAndUnordered_IsASet()
    {
        var values = FieldValue.Many(FieldValue.Integer(3), FieldValue.Integer(1), FieldValue.Integer(3));

        Assert.Equal([FieldValue.Integer(1), FieldValue.Integer(3)], values.AsMany());
        Assert.Equal([FieldValue.Integer(1)], FieldValue.Many(FieldValue.Integer(1)).AsMany());
        Assert.Empty(FieldValue.Many().AsMany());
    }
}
