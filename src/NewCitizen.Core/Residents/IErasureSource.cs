using NewCitizen.Access;

namespace NewCitizen.Residents;

/// <summary>A feature's say when a person is erased: what it holds about the person, what of it must stay, and what stands against it.</summary>
public interface IErasureSource
{
    /// <summary>Looks what there is; changes nothing.</summary>
    /// <param name="context">On whose behalf.</param>
    /// <param name="files">The person's file and the files merged into it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<ErasureShare> PlanAsync(AccessContext context, IReadOnlyList<ResidentId> files, CancellationToken cancellationToken);
}
