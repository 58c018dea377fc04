using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Appointments;
using NewCitizen.Hall.TestHost;
using NewCitizen.Storage;
using NodaTime;

// STORE KEYS CENTRE ITEM race|SEED, where STORE is sqlite:PATH or a connection string with its Search Path.
var services = new ServiceCollection().AddSingleton<IClock>(new StandingClock(Instant.FromUtc(2026, 11, 22, 4, 0)));
var builder = services.AddNewCitizen();
if (args[0].StartsWith("sqlite:", StringComparison.Ordinal))
{
    builder.UseSqlite(args[0]["sqlite:".Length..], SchemaMode.Validate);
}
else
{
    var at = args[0].LastIndexOf(";Search Path=", StringComparison.Ordinal);
    builder.UsePostgreSql(options => (options.ConnectionString, options.Schema) = (args[0]["postgres:".Length..at], args[0][(at + ";Search Path=".Length)..]), SchemaMode.Validate).UseKeyFile(args[1]);
}

await using var provider = services.BuildServiceProvider();
await provider.StartNewCitizenAsync();
var client = new HallClient(provider.GetRequiredService<AppointmentManager>(), Guid.Parse(args[2]), Guid.Parse(args[3]));
await (args[4] == "race" ? client.RaceAsync() : client.ErrandsAsync(int.Parse(args[4], CultureInfo.InvariantCulture)));
return 0;
