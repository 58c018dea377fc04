using FluentValidation;
using FluentValidation.Results;
using NewCitizen.Errors;

namespace NewCitizen.Validation;

/// <summary>Lets managers ask a FluentValidation validator. Thread-safe if the validator is.</summary>
/// <typeparam name="TCommand">The command.</typeparam>
/// <param name="validator">The rules.</param>
public sealed class CommandValidator<TCommand>(IValidator<TCommand> validator) : ICommandValidator<TCommand>
{
    /// <inheritdoc/>
    public void Validate(TCommand command, ICollection<Issue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        var failures = validator.Validate(command).Errors;
        for (var i = 0; i < failures.Count; i++)
        {
            issues.Add(ToIssue(failures[i]));
        }
    }

    /// <summary>The issue of a failure. A failure of a rule with no code of ours becomes NC7010 or NC7011, without its text, which might hold a value.</summary>
    private static Issue ToIssue(ValidationFailure failure)
    {
        var location = IssueLocation.At(JsonPointer.Of(failure.PropertyName));
        return failure.CustomState is CatalogueState state
            ? new Issue(state.Code, location, state.Arguments)
            : new Issue(failure.Severity == Severity.Error ? ValidationErrors.RuleFailed : ValidationErrors.RuleWarns, location);
    }
}
