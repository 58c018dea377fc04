namespace NewCitizen.Cli.CommandLine;

/// <summary>What a call ends with.</summary>
public static class ExitCodes
{
    /// <summary>All good.</summary>
    public const int Good = 0;

    /// <summary>Some records were refused, or the answer is no.</summary>
    public const int Refused = 1;

    /// <summary>Input or arguments that cannot be used.</summary>
    public const int Unusable = 2;

    /// <summary>Stopped from outside, as shells say it (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
