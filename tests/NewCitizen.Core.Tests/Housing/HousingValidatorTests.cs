using Microsoft.Extensions.DependencyInjection;
using NewCitizen.Access;
using NewCitizen.Addresses;
using NewCitizen.Agencies;
using NewCitizen.Errors;
using NewCitizen.Housing;
using NewCitizen.Validation;
using NodaTime;

namespace NewCitizen.Core.Tests.Housing;

/// <summary>Validators a host registers are asked by every manager, not only for residents.</summary>
public sealed class HousingValidatorTests : IDisposable
{
    private static readonly AccessContext s_west = new(AgencyId.Parse("west"), "clerk-1");

    private readonly ServiceProvider _services = new ServiceCollection().AddNewCitizen().UseInMemory().Services
        .AddSingleton<ICommandValidator<AddRentalProperty>, Warns>()
        .AddSingleton<ICommandValidator<DeclareAddress>, Refuses>()
        .AddSingleton<ICommandValidator<MoveIn>, Refuses>()
        .AddSingleton<ICommandValidator<SignLease>, Refuses>()
        .AddSingleton<ICommandValidator<AddRoom>, Refuses>()
        .BuildServiceProvider();

    private HousingManager Housing => _services.GetRequiredService<HousingManager>();

    public void Dispose() => _services.Dispose();

    [Fact]
    public async Task RegisteredValidators_OfEveryCommand_AreAsked()
    {
        var day = new LocalDate(2026, 11, 1);
        Assert.Equal(ValidationErrors.RuleFailed, (await Housing.AddRoomAsync(s_west, new AddRoom(default, "1", RoomUse.Bedroom, null, [], null), default)).FirstError.Code);
        Assert.Equal(ValidationErrors.RuleFailed, (await Housing.MoveInAsync(s_west, new MoveIn(default, default, null, null, day), default)).FirstError.Code);
        Assert.Equal(ValidationErrors.RuleFailed, (await Housing.SignLeaseAsync(s_west, new SignLease(default, [], [], null, day, day, null), default)).FirstError.Code);
        var addresses = _services.GetRequiredService<AddressManager>();
        Assert.Equal(ValidationErrors.RuleFailed, (await addresses.FindOrAddAsync(s_west, new DeclareAddress { Text = "洞庭路76号" }, default)).FirstError.Code);
    }

    [Fact]
    public void Validate_SameIssueTwice_IsToldOnce()
    {
        var validators = new CommandValidators(new ServiceCollection()
            .AddSingleton<ICommandValidator<AddRentalProperty>, Warns>()
            .AddSingleton<ICommandValidator<AddRentalProperty>, Warns>()
            .BuildServiceProvider());

        Assert.Single(validators.Validate(new AddRentalProperty { Address = "洞庭路76号", LandlordName = "王房东" }));
    }

    private sealed class Warns : ICommandValidator<AddRentalProperty>
    {
        public void Validate(AddRentalProperty command, ICollection<Issue> issues) => issues.Add(new Issue(ValidationErrors.RuleWarns));
    }

    private sealed class Refuses : ICommandValidator<DeclareAddress>, ICommandValidator<MoveIn>, ICommandValidator<SignLease>, ICommandValidator<AddRoom>
    {
        public void Validate(DeclareAddress command, ICollection<Issue> issues) => issues.Add(new Issue(ValidationErrors.RuleFailed));

        public void Validate(MoveIn command, ICollection<Issue> issues) => issues.Add(new Issue(ValidationErrors.RuleFailed));

        public void Validate(SignLease command, ICollection<Issue> issues) => issues.Add(new Issue(ValidationErrors.RuleFailed));

        public void Validate(AddRoom command, ICollection<Issue> issues) => issues.Add(new Issue(ValidationErrors.RuleFailed));
    }
}
