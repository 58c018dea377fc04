namespace NewCitizen.Hall.TestHost;

/// <summary>What the test reads: each line as a whole and at once.</summary>
internal static class Lines
{
    private static readonly Lock s_printing = new();

    public static void Print(string line)
    {
        lock (s_printing)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }
}
