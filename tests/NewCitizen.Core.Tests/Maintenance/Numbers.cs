using NewCitizen.Testing.Synthetic;

namespace NewCitizen.Core.Tests.Maintenance;

/// <summary>Made-up citizen numbers.</summary>
internal static class Numbers
{
    public static IReadOnlyList<string> Some(int count) =>
        [.. new SyntheticPeople(11).Take(count * 4).Select(person => person.DocumentNumber).Where(number => number.Length == 18).Distinct().Take(count)];
}
