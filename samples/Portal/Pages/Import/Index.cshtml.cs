using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.AspNetCore.Access;
using Portal.Forms;
using Portal.Imports;

namespace Portal.Pages.Import;

[Authorize(NewCitizenPolicies.Write)]
[RequestFormLimits(MultipartBodyLengthLimit = HardLimit)]
[RequestSizeLimit(HardLimit)]
public sealed class IndexModel(RosterImportService imports, IConfiguration configuration) : PortalPage
{
    // What is read from the wire at all; the configured limit below it is answered with a sentence.
    private const int HardLimit = 64 * 1024 * 1024;

    // Most rosters are done by then; longer ones get a page that says "running".
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    [BindProperty]
    public IFormFile? Roster { get; set; }

    public int MaxMegabytes { get; } = configuration.GetValue("Portal:MaxRosterMegabytes", 20);

    public void OnGet()
    {
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) => SubmitAsync(() => StartAsync(cancellationToken), () => Task.FromResult<IActionResult>(Page()));

    private async Task<string?> StartAsync(CancellationToken cancellationToken)
    {
        if (Roster is not { Length: > 0 })
        {
            Errors.Add("Roster", Words.T("请选择花名册文件", "Choose a roster file"));
            return null;
        }

        if (Roster.Length > MaxMegabytes * 1024L * 1024)
        {
            Errors.Add("Roster", Words.T($"文件超过 {MaxMegabytes} MB，请拆分后分批导入", $"The file is larger than {MaxMegabytes} MB; split it"));
            return null;
        }

        await using var upload = Roster.OpenReadStream();
        var job = await imports.StartAsync(Desk, upload, cancellationToken);
        await Task.WhenAny(job.Done, Task.Delay(s_patience, cancellationToken));
        return $"/import/{job.Id}";
    }
}
