namespace NewCitizen.Appointments.Credit;

/// <summary>One rule of the file as written.</summary>
internal sealed class CreditRuleData
{
    public string? Code { get; set; }

    public string? Name { get; set; }

    public string? EnglishName { get; set; }

    public string? Event { get; set; }

    public string? Window { get; set; }

    public int? WindowDays { get; set; }

    public bool PerItem { get; set; }

    public int? WarnAt { get; set; }

    public int? BlockAt { get; set; }

    public string? Block { get; set; }

    public int? BlockDays { get; set; }
}
