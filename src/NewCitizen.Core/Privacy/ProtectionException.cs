using NewCitizen.Errors;

namespace NewCitizen.Privacy;

/// <summary>A protected value cannot be read (NC3110–NC3112). Carries the name of the field, never the value.</summary>
public sealed class ProtectionException : NewCitizenException
{
    internal ProtectionException(ErrorCode code, Exception? inner, string argument)
        : base(code, inner, argument)
    {
    }
}
