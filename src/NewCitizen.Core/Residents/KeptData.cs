namespace NewCitizen.Residents;

/// <summary>Something that stays when a person is erased. None of it tells who the person was.</summary>
/// <param name="What">Such as <c>audit</c>.</param>
/// <param name="Chinese">What stays and why, in Chinese.</param>
/// <param name="English">The same in English.</param>
/// <param name="Source">Article it rests on; null where it is technical.</param>
public sealed record KeptData(string What, string Chinese, string English, string? Source);
