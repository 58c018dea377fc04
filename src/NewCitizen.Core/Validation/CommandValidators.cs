using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Errors;

namespace NewCitizen.Validation;

/// <summary>Asks every validator that is registered for a command. Thread-safe.</summary>
public sealed class CommandValidators
{
    private readonly IServiceProvider _services;

    /// <summary>Usually made by the container, whose validators it asks.</summary>
    public CommandValidators(IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(services);
        _services = services;
    }

    /// <summary>What the validators say, each thing once: errors and warnings with JSON pointers into the command.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    public IReadOnlyList<Issue> Validate<TCommand>(TCommand command)
    {
        var issues = new List<Issue>();
        foreach (var validator in _services.GetServices<ICommandValidator<TCommand>>())
        {
            validator.Validate(command, issues);
        }

        return issues.Count < 2 ? issues : [.. issues.DistinctBy(issue => (issue.Code, issue.Location))];
    }
}
