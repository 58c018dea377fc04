using NewCitizen.Errors;

namespace NewCitizen.Audit;

/// <summary>The audit log cannot be continued: an alarm, not a hitch. Run the verifier.</summary>
public sealed class AuditException : NewCitizenException
{
    internal AuditException(ErrorCode code, string argument)
        : base(code, argument)
    {
    }
}
