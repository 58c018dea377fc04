using Microsoft.Extensions.DependencyInjection.Extensions;
using NewCitizen.Appointments.Credit;
using NewCitizen.Appointments.Reminders;
using NewCitizen.Hosting;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What a host decides about appointments: rules of credit, reminders.</summary>
public static class AppointmentServices
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

    /// <summary>
    /// Sends reminders of appointments (预约提醒) every minute, for the agencies of <see cref="NewCitizen.Maintenance.MaintenanceOptions.Agencies"/>, as events of the
    /// change feed. May run in every host: each reminder goes out once.
    /// </summary>
    /// <param name="builder">The SDK.</param>
    public static NewCitizenBuilder AddAppointmentReminders(this NewCitizenBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<Hosting.IHostedService, AppointmentReminderService>());
        return builder;
    }
}
