namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Which window does it (窗口操作).</summary>
/// <param name="Window">Label of the window where the ticket is.</param>
public sealed record AtWindowRequest(string Window);
