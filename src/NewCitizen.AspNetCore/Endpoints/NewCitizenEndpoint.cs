using Microsoft.AspNetCore.Http.Metadata;

namespace NewCitizen.AspNetCore.Endpoints;

/// <summary>Marks the endpoints of the SDK. They get 401, not a redirect, from cookie sign-in.</summary>
internal sealed class NewCitizenEndpoint : IDisableCookieRedirectMetadata
{
    public static NewCitizenEndpoint Instance { get; } = new();
}
