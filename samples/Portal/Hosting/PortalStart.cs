using Portal.Accounts;
using Portal.Imports;
using Portal.Seeding;

namespace Portal.Hosting;

/// <summary>Runs after the SDK has prepared the store and before the first request: demo accounts and made-up people, only where accounts are demo accounts.</summary>
internal sealed class PortalStart(IServiceProvider services, IConfiguration configuration, RosterImportService imports) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        imports.Clear();
        if (configuration.UsesOpenIdConnect())
        {
            return;
        }

        await services.GetRequiredService<DemoAccounts>().PrepareAsync(cancellationToken);
        await ActivatorUtilities.CreateInstance<PortalSeeder>(services).SeedAsync(cancellationToken);
        await ActivatorUtilities.CreateInstance<HallSeeder>(services).SeedAsync(cancellationToken);
        if (configuration.GetValue("demo", false))
        {
            var cases = ActivatorUtilities.CreateInstance<CaseSeeder>(services);
            await cases.SeedAsync(cancellationToken);
            await ActivatorUtilities.CreateInstance<HallDayPlayer>(services, cases).PlayAsync(cancellationToken);
            await ActivatorUtilities.CreateInstance<BookingSeeder>(services).SeedAsync(cancellationToken);
            await ActivatorUtilities.CreateInstance<GridSeeder>(services).SeedAsync(cancellationToken);
            Console.WriteLine("演示大厅 / Demo hall: /book  /kiosk/hall  /screen/hall  /service   west-clerk: /desk  /desk/hall/A01  /desk/hall/day  /desk/cases  /grid");
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
