namespace NewCitizen.Exchange.Checking;

/// <summary>Where the text of a member stands in its line; length 0 if it is not there.</summary>
internal readonly record struct MemberSlice(int Start, int Length, bool IsEscaped);
