using NewCitizen.Errors;

namespace NewCitizen.Validation;

/// <summary>What a failure carries beside its text, so that it can become an <see cref="Issue"/> again.</summary>
internal sealed record CatalogueState(ErrorCode Code, IReadOnlyList<string> Arguments);
