using System.Reflection;
using System.Runtime.CompilerServices;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Storage;

namespace NewCitizen.Architecture.Tests;

/// <summary>Habits of the public surface that a reader may rely on.</summary>
public sealed class PublicApiShapeTests
{
    // Meant to be derived from, though they can be used as they are. An abstract class says so itself.
    private static readonly string[] s_openOnPurpose = [nameof(NewCitizenException), "StoreConformance"];

    [Fact]
    public void PublicClasses_AreSealedUnlessMeantToBeDerivedFrom()
    {
        var open = Assemblies.PublicTypes.Where(type => type.IsClass && !type.IsSealed && !type.IsAbstract && !s_openOnPurpose.Contains(type.Name)).Select(type => type.FullName);
        Assert.Empty(open);
    }

    [Fact]
    public void TypesWithPersonalData_PrintThemselvesMasked()
    {
        var printing = AllTypes()
            .Where(type => type.GetProperties().Any(property => property.IsDefined(typeof(PersonalDataAttribute))))
            .Where(type => Declared(type) is not { } method || method.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(type => type.FullName);

        Assert.Empty(printing);
        Assert.True(AllTypes().Count(type => type.GetProperties().Any(property => property.IsDefined(typeof(PersonalDataAttribute)))) >= 5, "the attribute is not found any more");

        static MethodInfo? Declared(Type type) => type.GetMethod(nameof(ToString), BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly, []);
    }

    [Fact]
    public void AsyncMethods_AreNamedSoAndTakeAToken()
    {
        var faults = Assemblies.PublicTypes
            .Where(type => type.Assembly.GetName().Name is not "NewCitizen.Testing" and not "NewCitizen.AspNetCore")
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => IsAwaitable(method.ReturnType) && method.Name != nameof(IAsyncDisposable.DisposeAsync))
            .Where(method => !method.Name.EndsWith("Async", StringComparison.Ordinal) || !method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken)))
            .Select(method => $"{method.DeclaringType!.Name}.{method.Name}");

        Assert.Empty(faults);

        static bool IsAwaitable(Type type) =>
            type == typeof(Task) || type == typeof(ValueTask) || (type.IsGenericType && type.GetGenericTypeDefinition() is { } open && (open == typeof(Task<>) || open == typeof(ValueTask<>)));
    }

    [Fact]
    public void StoreContracts_HaveAtMostEightMembers()
    {
        var wide = Assemblies.PublicTypes.Where(type => type.IsInterface && type.Name.EndsWith("Store", StringComparison.Ordinal) && type.GetMembers().Length > 8).Select(type => type.Name);
        Assert.Empty(wide);
    }

    private static IEnumerable<Type> AllTypes() => Assemblies.All.SelectMany(assembly => assembly.GetTypes());
}
