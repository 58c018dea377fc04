using NewCitizen.Errors;
using NewCitizen.Storage;

namespace NewCitizen.Residents.Claims;

/// <summary>What a write of a file may rely on: checks to commit together with it, and the claims behind them; or why it may not be written.</summary>
internal sealed class PersonCover
{
    public Issue? Refusal { get; set; }

    public List<(RecordKind Kind, Guid Id, ExpectedVersion Expected)> Checks { get; } = [];

    public List<PersonClaim> Claims { get; } = [];
}
