namespace NewCitizen.Maintenance;

/// <summary>A piece of care for the store that runs once a day in one host, in small steps (运维任务). Register one as a singleton to add it.</summary>
public interface IMaintenanceJob
{
    /// <summary>Lower-case name in figures, leases and audit entries, such as <c>retention</c>.</summary>
    string Name { get; }

    /// <summary>
    /// Works until nothing is left, calling <see cref="JobStep.NextAsync"/> after each step. Must bear being stopped anywhere and begun again:
    /// what a step did is done, what the job must remember stands in <see cref="JobStep.Cursor"/>.
    /// </summary>
    /// <param name="step">Progress, figures and the right to go on.</param>
    /// <param name="cancellationToken">The host stops.</param>
    /// <returns>Whether everything is done; false if <see cref="JobStep.NextAsync"/> said to stop.</returns>
    ValueTask<bool> RunAsync(JobStep step, CancellationToken cancellationToken);
}
