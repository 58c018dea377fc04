using NewCitizen.Errors;

namespace NewCitizen.Storage;

/// <summary>Says a refused commit in the words of the catalogue, once for all managers.</summary>
internal static class CommitFailures
{
    public static Issue Issue(CommitResult result) => result.Status switch
    {
        CommitStatus.Conflict => new(StorageErrors.Conflict),
        CommitStatus.NotUnique => new(StorageErrors.NotUnique, default, [result.Field ?? string.Empty]),
        CommitStatus.LimitReached => new(StorageErrors.LimitReached),
        CommitStatus.KeyReused => new(StorageErrors.KeyReused),
        CommitStatus.Unknown => new(StorageErrors.OutcomeUnknown),
        _ => throw new ArgumentException("The commit did not fail.", nameof(result)),
    };

    public static NewCitizenException Exception(CommitResult result)
    {
        var issue = Issue(result);
        return new NewCitizenException(issue.Code, issue.Arguments);
    }
}
