using System.Globalization;
using NodaTime;

namespace NewCitizen.Testing.Synthetic;

/// <summary>
/// Makes up people (合成人员) for tests, demos and benchmarks: the same seed and index give the same person in every release; documents and
/// phones of one seed do not repeat. Immutable and thread-safe; nothing is kept in memory.
/// </summary>
/// <param name="seed">Chooses the population.</param>
public sealed class SyntheticPeople(ulong seed)
{
    /// <summary>How many different people a seed has.</summary>
    public const int MaxCount = Days * 499;

    private const int Days = 18_000;
    private const int DayStep = 7919;
    private const int Phones = 100_000_000;
    private const long PhoneStep = 7_368_787;
    private static readonly LocalDate s_firstBirth = new(1957, 1, 1);
    private static readonly LocalDate s_firstRegistration = new(2024, 1, 1);

    /// <summary>The person at a place of the population.</summary>
    /// <param name="index">0 to below <see cref="MaxCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="index"/> is outside the range.</exception>
    public SyntheticPerson At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, MaxCount);
        var numbers = new SeededNumbers((seed * 0x9E3779B97F4A7C15) ^ ((ulong)index << 20));
        var isMale = numbers.OneIn(2);

        // Steps without a common divisor with the range visit each day and each phone once before one repeats.
        var birth = s_firstBirth.PlusDays((int)(((long)index * DayStep + (long)(seed % Days)) % Days));
        var phone = ((index * PhoneStep) + (long)(seed % Phones)) % Phones;
        var number = CitizenNumber(birth, (index / Days * 2) + (isMale ? 1 : 2));
        var person = new SyntheticPerson
        {
            Name = numbers.Pick(SyntheticNames.Surnames) + numbers.Pick(SyntheticNames.GivenCharacters) + (numbers.OneIn(4) ? string.Empty : numbers.Pick(SyntheticNames.GivenCharacters)),
            Sex = isMale ? "男" : "女",
            Ethnicity = numbers.Pick(SyntheticNames.Groups),
            BirthDate = birth,
            DocumentKind = "居民身份证",
            DocumentNumber = number,
            Mobile = string.Create(CultureInfo.InvariantCulture, $"154{phone:D8}"),
            Origin = string.Create(CultureInfo.InvariantCulture, $"{numbers.Pick(SyntheticNames.Provinces)}示例市示例县样板镇演示村{1 + numbers.Below(300)}号"),
            Address = string.Create(
                CultureInfo.InvariantCulture,
                $"天津经济技术开发区{numbers.Pick(SyntheticNames.Apartments)}{1 + numbers.Below(12)}号楼{1 + numbers.Below(6)}{1 + numbers.Below(30):D2}室{1 + numbers.Below(8)}床"),
            Employer = numbers.Pick(SyntheticNames.Employers),
            Education = numbers.Pick(SyntheticNames.Educations),
            RegisteredOn = s_firstRegistration.PlusDays(numbers.Below(800)),
        };
        return numbers.Below(100) switch
        {
            < 4 => Ethnic(person, numbers),
            < 6 => Foreign(person, numbers, index),
            _ => person,
        };
    }

    /// <summary>The first people of the population, one at a time.</summary>
    /// <param name="count">0 to <see cref="MaxCount"/>.</param>
    public IEnumerable<SyntheticPerson> Take(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, MaxCount);
        return Enumerable.Range(0, count).Select(At);
    }

    private static SyntheticPerson Ethnic(SyntheticPerson person, SeededNumbers numbers)
    {
        var (name, ethnicity) = numbers.Pick(SyntheticNames.EthnicFirst);
        return person with { Name = $"{name}·{numbers.Pick(SyntheticNames.EthnicLast)}", Ethnicity = ethnicity };
    }

    private static SyntheticPerson Foreign(SyntheticPerson person, SeededNumbers numbers, int index) => person with
    {
        Name = $"{numbers.Pick(SyntheticNames.ForeignLast)} {numbers.Pick(SyntheticNames.ForeignFirst)}",
        Ethnicity = null,
        Origin = null,
        DocumentKind = "护照",
        DocumentNumber = string.Create(CultureInfo.InvariantCulture, $"X{index:D8}"),
    };

    // GB 11643: county 00 of Tianjin, birth date, sequence (odd for men), check digit by ISO 7064 MOD 11-2.
    private static string CitizenNumber(LocalDate birth, int sequence)
    {
        var digits = string.Create(CultureInfo.InvariantCulture, $"120100{birth.Year:D4}{birth.Month:D2}{birth.Day:D2}{sequence:D3}");
        var sum = 0;
        foreach (var digit in digits)
        {
            sum = (sum + digit - '0') * 2 % 11;
        }

        return digits + "10X98765432"[sum];
    }
}
