namespace NewCitizen.Faults.Load;

/// <summary>A definite answer to a request.</summary>
internal enum Answer
{
    /// <summary>The visit is durable.</summary>
    Durable = 'A',

    /// <summary>No seat was left; nothing was written.</summary>
    Full = 'F',

    /// <summary>An answer that must not occur.</summary>
    Wrong = 'W',
}
