using FluentValidation;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Addresses;
using NewCitizen.Divisions;
using NewCitizen.Hosting;
using NewCitizen.Housing;
using NewCitizen.Identity;
using NewCitizen.Residents;
using NewCitizen.Validation;
using NewCitizen.Validation.Addresses;
using NewCitizen.Validation.Housing;
using NewCitizen.Validation.Residents;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds rules for commands to the SDK.</summary>
public static class ValidationNewCitizenBuilder
{
    /// <summary>
    /// Adds a FluentValidation validator for every command and lets managers ask it: <c>services.AddNewCitizen().UseSqlite(path).AddValidation()</c>.
    /// May be called twice. A host replaces rules by registering its own <see cref="IValidator{T}"/> before this call, and adds to them with
    /// a further <see cref="ICommandValidator{TCommand}"/>.
    /// </summary>
    public static NewCitizenBuilder AddValidation(this NewCitizenBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IAddressCodeLookup>(_ => DivisionTable.Default);
        return builder
            .Add<StatedDocument, StatedDocumentValidator>()
            .Add<StatedResidence, StatedResidenceValidator>()
            .Add<RegisterResident, RegisterResidentValidator>()
            .Add<DeclareAddress, DeclareAddressValidator>()
            .Add<AddRentalProperty, AddRentalPropertyValidator>()
            .Add<AddRoom, AddRoomValidator>()
            .Add<SignLease, SignLeaseValidator>()
            .Add<MoveIn, MoveInValidator>();
    }

    private static NewCitizenBuilder Add<TCommand, [System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembers(System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes.PublicConstructors)] TValidator>(this NewCitizenBuilder builder)
        where TValidator : class, IValidator<TCommand>
    {
        builder.Services.TryAddSingleton<IValidator<TCommand>, TValidator>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<ICommandValidator<TCommand>, CommandValidator<TCommand>>());
        return builder;
    }
}
