namespace NewCitizen.Privacy;

/// <summary>
/// A key ring that others may change while the process runs, such as a file. Hosts refresh it every half minute and whenever their health is
/// asked for, so that a key added by one process is used by all without a restart.
/// </summary>
public interface IRefreshableKeyRing
{
    /// <summary>Reads the keys again where they are kept, if they changed there.</summary>
    /// <exception cref="KeyRingException">They cannot be read any more; the process works on with those it has.</exception>
    void Refresh();
}
