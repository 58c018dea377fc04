namespace NewCitizen.Residents.Claims;

/// <summary>One order in which everybody claims several documents, so that of those who meet one goes on.</summary>
internal sealed class GuidOrder : IComparer<Guid>
{
    public static readonly GuidOrder Instance = new();

    public int Compare(Guid x, Guid y) => x.CompareTo(y);
}
