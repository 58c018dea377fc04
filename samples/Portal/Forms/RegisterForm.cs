namespace Portal.Forms;

/// <summary>The register form as typed.</summary>
public sealed class RegisterForm
{
    public string? Name { get; set; }

    public string? DocumentKind { get; set; }

    public string? DocumentNumber { get; set; }

    public string? DocumentCountry { get; set; }

    public string? Sex { get; set; }

    public string? BirthDate { get; set; }

    public string? Phone { get; set; }

    public string? Address { get; set; }

    public string? Since { get; set; }

    public string? DwellingType { get; set; }

    public string? Ethnicity { get; set; }

    public string? Education { get; set; }

    public string? InflowReason { get; set; }

    public string? Employer { get; set; }

    public string? OriginAddress { get; set; }
}
