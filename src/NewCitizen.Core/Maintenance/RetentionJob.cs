namespace NewCitizen.Maintenance;

/// <summary>Erases what is due by the rules of retention, agency by agency.</summary>
internal sealed class RetentionJob(Retention retention) : IMaintenanceJob
{
    public string Name => "retention";

    public async ValueTask<bool> RunAsync(JobStep step, CancellationToken cancellationToken)
    {
        var forecast = await retention.ForecastAsync(cancellationToken).ConfigureAwait(false);
        foreach (var warning in forecast.Warnings)
        {
            step.Warnings.Add(warning);
        }

        step.Set("not_configured", forecast.Warnings.Count);
        foreach (var rule in forecast.Figures.GroupBy(figure => figure.Rule, StringComparer.Ordinal))
        {
            step.Set($"due.{rule.Key}", rule.Sum(figure => figure.Due));
            step.Set($"erased.{rule.Key}", 0);
            step.Set($"left.{rule.Key}", rule.Sum(figure => figure.Due));
        }

        foreach (var (rule, firstKept) in retention.Configured())
        {
            foreach (var agency in retention.Agencies())
            {
                int erased;
                while ((erased = await retention.EraseStepAsync(rule, agency, firstKept, cancellationToken).ConfigureAwait(false)) > 0)
                {
                    // More may have become due since the count: what is left is never below nothing.
                    step.Count($"erased.{rule.Name}", erased);
                    step.Set($"left.{rule.Name}", Math.Max(0, step.Figure($"left.{rule.Name}") - erased));
                    if (!await step.NextAsync(cancellationToken).ConfigureAwait(false))
                    {
                        return false;
                    }
                }
            }
        }

        return true;
    }
}
