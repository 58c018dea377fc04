using FluentValidation;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Errors;
using NodaTime;
using NodaTime.Testing;

namespace NewCitizen.Validation.Tests;

/// <summary>All rules as a host has them, on 2026-11-22 in China.</summary>
internal static class Rules
{
    private static readonly ServiceProvider s_services = Build();

    public static LocalDate Today { get; } = new(2026, 11, 22);

    public static IValidator<T> Validator<T>() => s_services.GetRequiredService<IValidator<T>>();

    public static ICommandValidator<T> Adapter<T>() => Assert.Single(s_services.GetServices<ICommandValidator<T>>());

    /// <summary>Code and pointer of each issue, in order.</summary>
    public static IReadOnlyList<string> Check<T>(T command) => [.. Issues(command).Select(issue => $"{issue.Code} {issue.Location.Pointer}").Order(StringComparer.Ordinal)];

    public static IReadOnlyList<Issue> Issues<T>(T command)
    {
        var issues = new List<Issue>();
        Adapter<T>().Validate(command, issues);
        return issues;
    }

    private static ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 22, 4, 0)));
        services.AddNewCitizen().AddValidation().AddValidation();
        return services.BuildServiceProvider();
    }
}
