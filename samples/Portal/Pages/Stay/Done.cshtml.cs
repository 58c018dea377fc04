using Microsoft.AspNetCore.Mvc;
using NewCitizen.Collection;
using Portal.Hall;
using Portal.Stays;

namespace Portal.Pages.Stay;

/// <summary>The number, and nothing of what the office has on file: whether a name or number is known there is nobody's business here.</summary>
public sealed class DoneModel(StayNotes notes, CollectionManager collection) : HallPage
{
    public StayReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string link, CancellationToken cancellationToken)
    {
        if (notes.OpenLink(link) is not { } done || await collection.FindReportAsync(new(done.Agency, Desk.Actor), done.Report, cancellationToken) is not { } report)
        {
            return NotFound();
        }

        Report = report;
        return Page();
    }
}
