namespace NewCitizen.AspNetCore.Contracts;

/// <summary>How long somebody would wait who took a ticket now.</summary>
/// <param name="Wait">The estimate; absent while fewer than five of the line were served today, when no ticket would be given, or when no window will be there.</param>
public sealed record ExpectedWaitModel(WaitModel? Wait);
