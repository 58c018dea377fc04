using System.Text.RegularExpressions;
using NewCitizen.Testing.Synthetic;

namespace NewCitizen.Testing.Tests.Synthetic;

public sealed partial class SyntheticPeopleTests
{
    // Weights of GB 11643 as printed in the standard; the generator uses the recursive form.
    private static readonly int[] s_weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    [Fact]
    public void Take_OfOneSeed_HasValidNumbersThatDoNotRepeat()
    {
        var people = new SyntheticPeople(42).Take(100_000).ToList();
        Assert.Equal(people.Count, people.Select(person => person.DocumentNumber).Distinct().Count());
        Assert.Equal(people.Count, people.Select(person => person.Mobile).Distinct().Count());
        foreach (var person in people.Where(person => person.DocumentKind == "居民身份证"))
        {
            var number = person.DocumentNumber;
            Assert.Equal("10X98765432"[s_weights.Select((weight, i) => weight * (number[i] - '0')).Sum() % 11], number[17]);
            Assert.StartsWith("120100" + person.BirthDate.ToString("yyyyMMdd", null), number, StringComparison.Ordinal);
            Assert.Equal(person.Sex == "男", (number[16] - '0') % 2 == 1);
        }
    }

    [Fact]
    public void CitizenNumber_AtTheEndOfThePopulation_HasThreeDigitsOfSequence() =>
        Assert.Equal(18, Enumerable.Range(SyntheticPeople.MaxCount - 20, 20).Select(new SyntheticPeople(1).At).First(person => person.DocumentKind != "护照").DocumentNumber.Length);

    [Fact]
    public void Take_OfManyPeople_HasAllSortsOfNames()
    {
        var people = new SyntheticPeople(1).Take(2000).ToList();
        Assert.InRange(people.Count(person => person.Name.Contains('·', StringComparison.Ordinal)), 40, 140);
        Assert.InRange(people.Count(person => person.DocumentKind == "护照"), 15, 80);
        Assert.Contains(people, person => person.Name.EnumerateRunes().Any(rune => rune.Value > 0xFFFF));
        Assert.All(people, person => Assert.Matches(Mobile(), person.Mobile));
        Assert.All(people, person => Assert.DoesNotContain(person.Name, person.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void At_SameSeedAndIndex_IsTheSamePerson()
    {
        Assert.Equal(new SyntheticPeople(7).At(123), new SyntheticPeople(7).At(123));
        Assert.NotEqual(new SyntheticPeople(7).At(123), new SyntheticPeople(8).At(123));
        Assert.Equal("12010020030726019X", Pinned().DocumentNumber);
    }

    private static SyntheticPerson Pinned() => new SyntheticPeople(7).At(163_000);

    [GeneratedRegex("^154[0-9]{8}$", RegexOptions.None, 2000)]
    private static partial Regex Mobile();
}
