using System.CommandLine;

namespace NewCitizen.Cli.CommandLine;

/// <summary>Checks of option values.</summary>
internal static class OptionValidation
{
    public static void AcceptOnlyFromAmong<T>(Option<T> option, string[] values)
    {
        option.Validators.Add(result =>
        {
            // The text must not repeat the value.
            if (result.Tokens.Any(token => !values.Contains(token.Value, StringComparer.Ordinal))) result.AddError(option.Name);
        });
        option.CompletionSources.Add(values);
    }
}
