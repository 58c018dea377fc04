using NewCitizen.Hosting;
using NewCitizen.Inspections;
using NewCitizen.Inspections.Rules;
using NewCitizen.Plates;

namespace Portal.Field;

/// <summary>Settings of inspections and plates. The numbers are examples for the demonstration; an office puts its own decisions here.</summary>
internal static class FieldSetup
{
    public static NewCitizenBuilder AddFieldWork(this NewCitizenBuilder builder)
    {
        builder.Services.Configure<InspectionOptions>(options =>
        {
            options.Templates.Add(InspectionTemplate.FireExample);
            options.GradePolicies.Add(GradePolicy.ExamplePolicy);
            (options.IntervalDays[RiskGrade.Green], options.IntervalDays[RiskGrade.Yellow], options.IntervalDays[RiskGrade.Red]) = (180, 90, 30);
            (options.CorrectionWorkdays[HazardSeverity.Ordinary], options.CorrectionWorkdays[HazardSeverity.Major]) = (10, 3);
            options.EscalationWorkdays.Add(0);
            options.EscalationWorkdays.Add(3);
            options.EscalationWorkdays.Add(5);
        });
        builder.Services.Configure<PlateOptions>(options => options.Contacts["west"] = new PlateContact("西区站 / West station", "022-6600-0001"));
        return builder;
    }
}
