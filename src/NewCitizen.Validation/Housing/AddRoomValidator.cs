using FluentValidation;
using NewCitizen.Housing;

namespace NewCitizen.Validation.Housing;

/// <summary>Rules for adding a room (登记房间的核对). What may be let is a rule of law and not decided here.</summary>
public sealed class AddRoomValidator : CatalogueValidator<AddRoom>
{
    /// <summary>Makes the rules.</summary>
    public AddRoomValidator()
    {
        RuleFor(command => command.Number).Must(HousingRules.IsLabel).Says(HousingErrors.TextInvalid, "20");
        RuleFor(command => command.AreaSquareMetres).Must(area => area is null or (> 0 and <= 10_000)).Says(HousingErrors.NumberOutOfRange, "0", "10000");
        RuleFor(command => command.Capacity).Must(capacity => capacity is null or (>= 1 and <= 1_000)).Says(HousingErrors.NumberOutOfRange, "1", "1000");
        RuleForEach(command => command.Beds).Must(HousingRules.IsLabel).Says(HousingErrors.TextInvalid, "20");
        RuleFor(command => command.Beds).Must(beds => beds is null || beds.Distinct(StringComparer.Ordinal).Count() == beds.Count).Says(HousingErrors.BedTwice);
    }
}
