using System.Diagnostics.CodeAnalysis;
using System.Security.Claims;
using NewCitizen.Access;

namespace NewCitizen.AspNetCore.Access;

/// <summary>Turns the signed-in user into the context every manager call needs (访问上下文工厂). Replace it where accounts are kept otherwise.</summary>
public interface IAccessContextFactory
{
    /// <summary>Makes a context.</summary>
    /// <param name="user">The signed-in user.</param>
    /// <param name="context">Agency and account; null if the user is not signed in, or has not exactly one valid agency and one account id.</param>
    bool TryCreate(ClaimsPrincipal user, [NotNullWhen(true)] out AccessContext? context);

    /// <summary>Makes a context for a user a policy has let in.</summary>
    /// <exception cref="InvalidOperationException">The user is not let in: the endpoint lacks a policy.</exception>
    AccessContext Create(ClaimsPrincipal user) =>
        TryCreate(user, out var context) ? context : throw new InvalidOperationException("No agency: this endpoint needs a NewCitizen policy.");
}
