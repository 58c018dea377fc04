using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Appointments.Credit;
using NewCitizen.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sets the rules of booking credit of a host.</summary>
public static class BookingCreditServices
{
    /// <summary>Judges who may book by these rules (预约信用规则). Without a call there are none and nobody is blocked.</summary>
    /// <param name="builder">The SDK.</param>
    /// <param name="rules">The rules, such as <see cref="CreditRuleReader.ReadFile"/> returns.</param>
    public static NewCitizenBuilder UseBookingCredit(this NewCitizenBuilder builder, BookingCreditRules rules)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(rules);
        builder.Services.Replace(ServiceDescriptor.Singleton(rules));
        builder.Services.Replace(ServiceDescriptor.Singleton<IBookingCreditPolicy>(rules));
        return builder;
    }
}
