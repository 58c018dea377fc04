using FluentValidation;
using NewCitizen.Housing;
using NewCitizen.People;
using NewCitizen.Residents;
using NewCitizen.Validation.Addresses;

namespace NewCitizen.Validation.Housing;

/// <summary>Rules for putting a home on file (登记出租房屋的核对).</summary>
public sealed class AddRentalPropertyValidator : CatalogueValidator<AddRentalProperty>
{
    private const int MaxName = 60;

    /// <summary>Makes the rules.</summary>
    public AddRentalPropertyValidator()
    {
        RuleFor(command => command.Address).Address();
        RuleFor(command => command.DivisionCode).Must(AddressRules.IsKnownDivision).Says(ResidentErrors.DivisionUnknown);
        RuleFor(command => command.Name).Must(name => name is null || (name.Trim().Length > 0 && name.Length <= MaxName)).Says(HousingErrors.TextInvalid, "60");
        RuleFor(command => command.LandlordName).Custom((name, context) =>
        {
            if (!PersonName.TryParse(name, out _, out var error)) context.Say(nameof(AddRentalProperty.LandlordName), error);
        });
        RuleFor(command => command.LandlordPhone).Custom((phone, context) =>
        {
            if (string.IsNullOrWhiteSpace(phone)) return;
            if (!MobileNumber.TryParseLenient(phone, out var number, out var error)) context.Say(nameof(AddRentalProperty.LandlordPhone), error);
            else if (!number.IsAllocated) context.Say(nameof(AddRentalProperty.LandlordPhone), PeopleErrors.MobileUnallocated);
        });
        RuleFor(command => command.LandlordOrganisationCode).CreditCode(nameof(AddRentalProperty.LandlordOrganisationCode));
    }
}
