namespace NewCitizen.Identity;

/// <summary>Answers whether a six-digit address code (地址码) was ever in force, and when. The division table implements it. Implementations are thread-safe.</summary>
public interface IAddressCodeLookup
{
    /// <summary>Finds a code in any edition of the table, abolished ones included.</summary>
    /// <param name="code">Six digits of GB/T 2260, such as 120107.</param>
    /// <param name="period">When it was in force.</param>
    bool TryFind(int code, out AddressCodePeriod period);
}
