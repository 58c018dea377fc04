using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.Housing;
using NewCitizen.Inspections;
using Portal.Field;
using Portal.Forms;

namespace Portal.Pages.Field;

public sealed class InspectModel(InspectionManager inspections, HousingManager homes, AddressManager addresses) : PortalPage
{
    private const long MostBytes = 8 * 1024 * 1024;

    public Inspection Inspection { get; private set; } = null!;

    public InspectionTemplate? Template { get; private set; }

    public string Address { get; private set; } = "—";

    public IReadOnlyList<InspectionPhotoId> Photos { get; private set; } = [];

    public bool MayWrite => Roles.MayWrite(User);

    [BindProperty]
    public string? People { get; set; }

    public AnswerVerdict? AnswerOf(string item) => Request.HasFormContentType && Enum.TryParse<AnswerVerdict>(Request.Form["answer." + item], out var verdict) ? verdict : null;

    public string? NoteOf(string item) => Request.HasFormContentType && Request.Form["note." + item].ToString() is { Length: > 0 } note ? note : null;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) => ShowAsync(id, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) => MayWrite
        ? await SubmitAsync(() => CompleteAsync(id, cancellationToken), () => ShowAsync(id, cancellationToken))
        : Forbid();

    private async Task<string?> CompleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await inspections.FindAsync(Desk, new(id), cancellationToken) is not { } inspection || inspections.FindTemplate(inspection.Template) is not { } template)
        {
            Errors.Add("People", Words.T("没有该检查", "There is no such inspection"));
            return null;
        }

        foreach (var item in template.Items.Where(item => AnswerOf(item.Code) is null))
        {
            Errors.Add(item.Code, Words.T("请选择检查结论：" + item.Chinese, "Choose an answer: " + item.English));
        }

        int? people = null;
        if (!string.IsNullOrWhiteSpace(People))
        {
            if (int.TryParse(People, NumberStyles.None, CultureInfo.InvariantCulture, out var counted))
            {
                people = counted;
            }
            else
            {
                Errors.Add("People", Words.T("人数请填写数字", "Enter a number"));
            }
        }

        // Photos first: they may be sent again without harm, and an inspection that is done is not opened for them once more.
        foreach (var file in Request.Form.Files)
        {
            if (Errors.Any || file.Length == 0)
            {
                continue;
            }

            if (file.Length > MostBytes)
            {
                Errors.Add("Photos", Words.T("照片不能超过 8 MB，请压缩后再传", "A photo may have at most 8 MB; make it smaller and send it again"));
                continue;
            }

            using var bytes = new MemoryStream();
            await file.CopyToAsync(bytes, cancellationToken);
            var photo = await inspections.AddPhotoAsync(Desk, new(id), bytes.ToArray(), cancellationToken);
            Errors.Take(photo.Issues, new Dictionary<string, string>(StringComparer.Ordinal), "Photos");
        }

        if (Errors.Any)
        {
            return null;
        }

        var answers = template.Items.Select(item => new InspectionAnswer(item.Code, AnswerOf(item.Code)!.Value, NoteOf(item.Code))).ToArray();
        var outcome = await inspections.CompleteAsync(Desk, new(new(id), answers, people), cancellationToken);
        Errors.Take(outcome.Issues, new Dictionary<string, string>(StringComparer.Ordinal) { ["/peopleFound"] = "People" }, "People");
        return outcome.Succeeded ? $"/inspections/{id}" : null;
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await inspections.FindAsync(Desk, new(id), cancellationToken) is not { } inspection)
        {
            return NotFound();
        }

        Inspection = inspection;
        Template = inspections.FindTemplate(inspection.Template);
        Address = (await HomeNames.OfAsync(Desk, [inspection.Home], homes, addresses, cancellationToken))[inspection.Home];
        Photos = await inspections.ListPhotosAsync(Desk, inspection.Id, cancellationToken);
        return Page();
    }
}
