using FluentValidation;
using NewCitizen.Addresses;
using NewCitizen.Residents;

namespace NewCitizen.Validation.Addresses;

/// <summary>Rules for naming an address (登记标准地址的核对).</summary>
public sealed class DeclareAddressValidator : CatalogueValidator<DeclareAddress>
{
    /// <summary>Makes the rules.</summary>
    public DeclareAddressValidator()
    {
        RuleFor(command => command.Text).Address();
        RuleFor(command => command.DivisionCode).Must(AddressRules.IsKnownDivision).Says(ResidentErrors.DivisionUnknown);
    }
}
