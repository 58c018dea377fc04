namespace NewCitizen.Queues;

/// <summary>Who is next.</summary>
/// <param name="Index">Place in the list that was asked about.</param>
/// <param name="Basis">Why.</param>
public readonly record struct NextCall(int Index, CallBasis Basis);
