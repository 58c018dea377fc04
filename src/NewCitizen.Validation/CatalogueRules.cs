using FluentValidation;
using FluentValidation.Results;
using NewCitizen.Errors;

namespace NewCitizen.Validation;

/// <summary>Ties FluentValidation rules to the catalogue of codes.</summary>
public static class CatalogueRules
{
    /// <summary>Gives the rule before it a code: text in the reader's language, severity and code come from the catalogue.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="code">The catalogue entry.</param>
    /// <param name="arguments">Figures of its text. Never personal values.</param>
    public static IRuleBuilderOptions<T, TProperty> Says<T, TProperty>(this IRuleBuilderOptions<T, TProperty> rule, ErrorCode code, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(code);
        var state = new CatalogueState(code, arguments);
        return rule
            .WithErrorCode(code.Value)
            .WithMessage(_ => code.Format(culture: null, arguments))
            .WithSeverity(code.Severity == IssueSeverity.Warning ? Severity.Warning : Severity.Error)
            .WithState(_ => state);
    }

    /// <summary>Adds a failure with a code, for rules whose outcome has more than one code.</summary>
    /// <param name="context">The context of a custom rule.</param>
    /// <param name="property">Path of the property, such as <c>Document.Number</c>.</param>
    /// <param name="code">The catalogue entry.</param>
    /// <param name="arguments">Figures of its text. Never personal values.</param>
    public static void Say<T>(this ValidationContext<T> context, string property, ErrorCode code, params string[] arguments)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(code);
        context.AddFailure(new ValidationFailure(context.PropertyChain.BuildPropertyPath(property), code.Format(culture: null, arguments))
        {
            ErrorCode = code.Value,
            Severity = code.Severity == IssueSeverity.Warning ? Severity.Warning : Severity.Error,
            CustomState = new CatalogueState(code, arguments),
        });
    }
}
