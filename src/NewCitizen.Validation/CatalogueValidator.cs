using FluentValidation;
using FluentValidation.Results;

namespace NewCitizen.Validation;

/// <summary>
/// Base of all validators: every failure carries a code of the one catalogue with its severity and text, and no failure handed out
/// carries the value that was tried. Stateless once made, thread-safe.
/// </summary>
/// <typeparam name="T">The command or document.</typeparam>
public abstract class CatalogueValidator<T> : AbstractValidator<T>
{
    /// <summary>Validates; the failures hold neither the value nor any placeholder made from it.</summary>
    /// <param name="context">The command in its context.</param>
    public override ValidationResult Validate(ValidationContext<T> context)
    {
        var result = base.Validate(context);
        Redact(result);
        return result;
    }

    /// <summary>Validates; the failures hold neither the value nor any placeholder made from it.</summary>
    /// <param name="context">The command in its context.</param>
    /// <param name="cancellation">Ends the work.</param>
    public override async Task<ValidationResult> ValidateAsync(ValidationContext<T> context, CancellationToken cancellation = default)
    {
        var result = await base.ValidateAsync(context, cancellation).ConfigureAwait(false);
        Redact(result);
        return result;
    }

    private static void Redact(ValidationResult result)
    {
        if (result.IsValid && result.Errors.Count == 0) return;
        foreach (var failure in result.Errors)
        {
            failure.AttemptedValue = null;
            failure.FormattedMessagePlaceholderValues = null;
        }
    }
}
