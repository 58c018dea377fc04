using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Appointments;
using NewCitizen.Cases;
using NewCitizen.Centres;
using NewCitizen.Hall.TestHost;
using NewCitizen.Queues;
using NewCitizen.Storage;
using NodaTime;

// STORE KEYS CENTRE ITEM MODE, where STORE is sqlite:PATH or a connection string with its Search Path. Bookings see Sunday noon; the hall, Monday at 9.
var (mode, seed) = args[4].Split('-') is [var word, var last] ? (word, int.Parse(last, CultureInfo.InvariantCulture)) : (args[4], 0);
var now = mode is "race" or "errands" or "line" ? Instant.FromUtc(2026, 11, 22, 4, 0) : Instant.FromUtc(2026, 11, 23, 1, 0);
var services = new ServiceCollection().AddSingleton<IClock>(new StandingClock(now));
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
var (centre, item) = (Guid.Parse(args[2]), Guid.Parse(args[3]));
var appointments = provider.GetRequiredService<AppointmentManager>();
var visitors = new HallClient(appointments, centre, item);
var hall = new QueueClient(
    provider.GetRequiredService<QueueManager>(), appointments, provider.GetRequiredService<CaseManager>(), provider.GetRequiredService<CentreManager>(), centre, item);
await (mode switch
{
    "race" => visitors.RaceAsync(),
    "errands" => visitors.ErrandsAsync(seed),
    "line" => visitors.LineAsync(seed),
    "draw" => hall.DrawAsync(),
    "serve" => hall.ServeAsync(),
    "cases" => hall.SubmitAsync(),
    "work" => hall.WorkAsync(seed),
    _ => throw new InvalidOperationException(mode),
});
return 0;
