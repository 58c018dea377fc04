namespace Portal.Accounts;

/// <summary>Tells the person who starts the portal the passwords of the demo accounts, once.</summary>
public interface IAccountAnnouncer
{
    void Announce(IReadOnlyList<(DemoAccount Account, string Password)> accounts);
}
