using Xunit;

namespace NewCitizen.TestServers;

/// <summary>What happens to a test whose server is not on this machine.</summary>
public static class ServerMissing
{
    /// <summary>Skips; on a build server, which installs all of them, that is a failure.</summary>
    /// <param name="there">Whether the server is there.</param>
    /// <param name="what">Which server, and how to get it.</param>
    public static void SkipUnless(bool there, string what)
    {
        if (there) return;
        if (Environment.GetEnvironmentVariable("CI") == "true") throw new InvalidOperationException($"A test must not be skipped on a build server. {what}");
        Skip.If(true, what);
    }
}
