using FluentValidation;
using NewCitizen.Calendars;
using NewCitizen.Housing;
using NewCitizen.Residents;
using NodaTime;

namespace NewCitizen.Validation.Housing;

/// <summary>Rules for a lease (租赁合同的核对).</summary>
public sealed class SignLeaseValidator : CatalogueValidator<SignLease>
{
    // 民法典 art. 705: a term above twenty years is void for what exceeds it.
    private const int MaxYears = 20;

    /// <summary>Makes the rules.</summary>
    /// <param name="clock">Today, in China.</param>
    public SignLeaseValidator(IClock clock)
    {
        RuleFor(command => command.Until).Must((command, until) => !(until < command.Since)).Says(HousingErrors.PeriodReversed);
        RuleFor(command => command.Until).Must((command, until) => !(until > command.Since.PlusYears(MaxYears))).Says(HousingErrors.LeaseTooLong, "20");
        RuleFor(command => command.SignedOn).Must(signed => signed <= ShanghaiTime.Today(clock)).Says(ResidentErrors.DateInFuture);
        RuleFor(command => command.Tenants).Must((command, tenants) => tenants is { Count: > 0 } != command.EmployerCode is not null).Says(HousingErrors.LeaseWithoutTenant);
        RuleFor(command => command.EmployerCode).CreditCode(nameof(SignLease.EmployerCode));
    }
}
