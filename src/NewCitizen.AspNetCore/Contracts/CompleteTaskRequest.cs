namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Ends a task (办结).</summary>
/// <param name="Result">What came of it, 1 to 500 characters.</param>
public sealed record CompleteTaskRequest(string Result)
{
    /// <summary>Nothing: a result may name people.</summary>
    public override string ToString() => "result";
}
