using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Hosting;
using NewCitizen.Residents.Claims;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Makes people unique over agencies.</summary>
public static class PersonDirectoryNewCitizenBuilder
{
    /// <summary>
    /// Keeps each person on file at one agency only, also over shards (人员目录). Off unless called. A store that holds files already needs its schema extended once
    /// (<c>SchemaMode.Create</c>) and <see cref="PersonDirectoryReconciler.CheckFilesAsync"/> for each agency.
    /// </summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="options">Settings; null for the defaults.</param>
    public static NewCitizenBuilder AddPersonDirectory(this NewCitizenBuilder builder, PersonDirectoryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddRecordKind(PersonDirectoryKinds.Claim).AddRecordKind(PersonDirectoryKinds.Fence);
        builder.Services.TryAddSingleton(options ?? new PersonDirectoryOptions());
        builder.Services.TryAddSingleton<PersonDirectory>();
        builder.Services.TryAddSingleton<PersonDirectoryReconciler>();
        return builder;
    }
}
