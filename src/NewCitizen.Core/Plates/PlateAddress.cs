using System.Diagnostics.CodeAnalysis;
using NewCitizen.Errors;

namespace NewCitizen.Plates;

/// <summary>
/// The web address plates carry (门牌网址): <c>HTTPS://HOST/P/TOKEN</c>, all in capitals, because a QR code holds those in 5.5 bits a character.
/// Scheme and host do not tell capitals from small letters, and a host must serve <c>/p/</c> for both, as ASP.NET Core does.
/// </summary>
public sealed class PlateAddress
{
    /// <summary>Most characters of the host with its port.</summary>
    public const int MaxHost = 60;

    private const string Path = "/P/";

    private PlateAddress(string prefix) => Prefix = prefix;

    /// <summary>What stands before the token.</summary>
    public string Prefix { get; }

    /// <summary>Takes the address of the portal.</summary>
    /// <param name="text">Such as <c>https://zf.example.gov.cn</c>; http is for trials on one machine.</param>
    /// <param name="address">The address.</param>
    /// <param name="error">NC2605 if it does not fit.</param>
    public static bool TryParse(string? text, [NotNullWhen(true)] out PlateAddress? address, [NotNullWhen(false)] out ErrorCode? error)
    {
        address = null;
        error = PlateErrors.BaseAddress;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("https" or "http")
            || uri.PathAndQuery != "/"
            || uri.UserInfo.Length > 0
            || uri.Fragment.Length > 0
            || uri.IdnHost.Length == 0
            || uri.Authority.Length > MaxHost
            || !uri.Authority.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or ':'))
        {
            return false;
        }

        address = new($"{uri.Scheme}://{uri.Authority}".ToUpperInvariant() + Path);
        error = null;
        return true;
    }

    /// <summary>The address of one plate.</summary>
    public string Of(PlateToken token) => Prefix + token;

    /// <summary>The prefix.</summary>
    public override string ToString() => Prefix;
}
