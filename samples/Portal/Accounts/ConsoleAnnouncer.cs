namespace Portal.Accounts;

/// <summary>Prints to the console, not to the log: logs are kept and collected.</summary>
internal sealed class ConsoleAnnouncer : IAccountAnnouncer
{
    public void Announce(IReadOnlyList<(DemoAccount Account, string Password)> accounts)
    {
        Console.WriteLine();
        Console.WriteLine("演示账号（仅显示这一次） / Demo accounts (shown this once):");
        foreach (var (account, password) in accounts)
        {
            Console.WriteLine($"  {account.Name,-14} {password}   {account.Agency} / {account.Role}");
        }

        Console.WriteLine();
    }
}
