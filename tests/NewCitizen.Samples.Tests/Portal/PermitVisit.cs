using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.Calendars;
using NewCitizen.Hosting;
using NewCitizen.Permits;
using NewCitizen.Residents;
using NewCitizen.Storage;
using NodaTime;
using Portal.Permits;

namespace NewCitizen.Samples.Tests.Portal;

/// <summary>People with permits at the west station: made as of any day, so that a test need not wait a year.</summary>
internal sealed record PermitVisit(string Link, Guid Id)
{
    private static readonly ConditionalWeakTable<PortalFactory, Lazy<Task<PermitVisit>>> s_made = [];

    public static AccessContext Desk { get; } = new(AgencyId.Parse("west"), "test");

    /// <summary>An application for the pages, made once a portal.</summary>
    public static Task<PermitVisit> OfAsync(PortalFactory factory) => s_made.GetValue(factory, own => new(async () =>
    {
        var person = await ArriveAsync(own, "赵一", HallVisit.Numbers()[40], new(2026, 1, 5));
        var applied = await ApplyAsync(own, person, new(2026, 11, 20));
        return new(own.Services.GetRequiredService<PermitLinks>().Seal(applied.Id), applied.Id.Value);
    })).Value;

    /// <summary>Registers a person who has lived here since a day.</summary>
    public static async Task<ResidentId> ArriveAsync(PortalFactory factory, string name, string number, LocalDate since, LocalDate? until = null)
    {
        var residents = factory.Services.GetRequiredService<ResidentManager>();
        var registered = (await residents.RegisterAsync(
            Desk,
            new RegisterResident
            {
                Name = name,
                Document = new StatedDocument { Number = number },
                Residence = new StatedResidence { Address = $"天津经济技术开发区第五大街{number[^4..]}号", Since = since, RegisteredOn = since },
                Source = new RecordSource("counter"),
            },
            null,
            default)).Require();
        if (until is { } day)
        {
            var file = (await residents.ReadFullAsync(Desk.For("test"), registered.Id, default)).Require();
            (await residents.EndResidenceAsync(Desk, registered.Id, file.Revision, file.Registrations[^1].Id, day, default)).Require();
        }

        return registered.Id;
    }

    public static async Task<ResidencePermit> ApplyAsync(PortalFactory factory, ResidentId person, LocalDate on) =>
        (await As(factory, on).ApplyAsync(Desk, new ApplyForPermit(person, new(PermitRoute.Home, HukouElsewhere: true), ["id-card", "photo", "lease"]), null, default)).Require();

    public static async Task<ResidencePermit> IssueAsync(PortalFactory factory, ResidentId person, LocalDate on)
    {
        var permits = As(factory, on);
        var own = await ApplyAsync(factory, person, on);
        own = (await permits.AcceptAsync(Desk, own.Id, own.Revision, default)).Require();
        return (await permits.IssueAsync(Desk, own.Id, own.Revision, default)).Require();
    }

    /// <summary>The portal's permits, as of noon of a day.</summary>
    public static PermitManager As(PortalFactory factory, LocalDate on)
    {
        var services = factory.Services;
        return new(
            services.GetRequiredService<IRecordStore>(),
            services.GetRequiredService<IPermitStore>(),
            services.GetRequiredService<IResidentStore>(),
            services.GetRequiredService<IStandardAddressStore>(),
            services.GetRequiredService<IOptions<PermitOptions>>(),
            new Noon(on),
            services.GetRequiredService<IIdGenerator>());
    }

    private sealed class Noon(LocalDate day) : IClock
    {
        public Instant GetCurrentInstant() => ShanghaiTime.StartOfDay(day) + Duration.FromHours(12);
    }
}
