namespace Portal.Seeding;

/// <summary>A person who does not exist.</summary>
public sealed record MadeUpPerson(string Name, string Number, string Phone, string Ethnicity, string Education, string InflowReason, string Employer, string Origin);
