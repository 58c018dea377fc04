using NewCitizen.Errors;

namespace NewCitizen.Privacy;

/// <summary>The key ring (密钥环) cannot be used (NC3100–NC3105). Carries the path of the file, never a key.</summary>
public sealed class KeyRingException : NewCitizenException
{
    internal KeyRingException(ErrorCode code, string path, Exception? inner = null)
        : base(code, inner, path)
    {
    }
}
