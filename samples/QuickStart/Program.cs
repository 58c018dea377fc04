using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Agencies;
using NewCitizen.Residents;
using NewCitizen.Storage;

// The main job in small: keep a person's file in one SQLite file, find it again, and show no more than needed. A server does as well as a
// file: quickstart "Host=db1;Database=citizens;Username=office" keys.json
var sdk = new ServiceCollection().AddNewCitizen();
if (args is [var server, var keys]) sdk.UsePostgreSql(server, SchemaMode.Create).UseKeyFile(keys);
else sdk.UseSqlite(args is [var path] ? path : "quickstart.db", SchemaMode.Create);
await using var services = sdk.Services.BuildServiceProvider();
await services.StartNewCitizenAsync();
var residents = services.GetRequiredService<ResidentManager>();

// Every call says for which agency and on whose account; one agency never sees the files of another.
var desk = new AccessContext(AgencyId.Parse("west"), "quickstart");
var outcome = await residents.RegisterAsync(desk, new RegisterResident
{
    Name = "张三丰",
    Document = new StatedDocument { Number = "41990019900307123X" }, // made up: no county has the code 419900
    Phone = "13800138000",
    Residence = new StatedResidence { Address = "天海路1号蓝领公寓2号楼305室" },
    Source = new RecordSource("counter"),
}, requestKey: null, CancellationToken.None);
foreach (var issue in outcome.Issues) Console.WriteLine($"{issue.Code} {issue.Message()}");

var found = await residents.SearchAsync(desk, new ResidentSearch { Name = "张" }, CancellationToken.None);
foreach (var file in found.Items) Console.WriteLine($"{file.MaskedName}  {file.MaskedDocuments[0].MaskedNumber}  {file.MaskedPhones[0]}  since {file.Registrations[0].Since:uuuu-MM-dd}");
