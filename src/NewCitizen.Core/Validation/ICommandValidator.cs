using NewCitizen.Errors;

namespace NewCitizen.Validation;

/// <summary>
/// Looks at a command before a manager acts on it. Managers ask every validator that is registered and refuse on the first error;
/// what a record cannot live without is checked by the manager itself in any case. Thread-safe and stateless.
/// </summary>
/// <typeparam name="TCommand">The command.</typeparam>
public interface ICommandValidator<in TCommand>
{
    /// <summary>Adds what is wrong, or worth a look, to <paramref name="issues"/>; places are JSON pointers into the command.</summary>
    void Validate(TCommand command, ICollection<Issue> issues);
}
