using Microsoft.AspNetCore.Mvc;
using NewCitizen.Addresses;
using NewCitizen.Errors;
using NewCitizen.Privacy;
using NewCitizen.Residents;
using Portal.Forms;
using Portal.Security;

namespace Portal.Pages.Residents;

public sealed class IndexModel(ResidentManager residents, AddressManager addresses, SearchTokens tokens) : PortalPage
{
    private const int PageSize = 20;

    private IReadOnlyDictionary<StandardAddressId, StandardAddress> _addresses = new Dictionary<StandardAddressId, StandardAddress>();

    [BindProperty]
    public string By { get; set; } = "name";

    [BindProperty]
    public string? Text { get; set; }

    public string? Token { get; private set; }

    public string? After { get; private set; }

    public string? Next { get; private set; }

    public IReadOnlyList<ResidentOverview> Files { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? q, string? after, CancellationToken cancellationToken)
    {
        SearchTerm? term = null;
        if (q is not null && !tokens.TryOpen(Desk.Actor, q, out term))
        {
            Errors.Add("Text", Words.T("查询已过期，请重新输入", "The search has expired; enter it again"));
        }
        else if (term is not null)
        {
            (Token, By, Text) = (q, term.By, term.Text);
        }

        After = after;
        await LoadAsync(term, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(Text) || By is not ("name" or "phone" or "document"))
        {
            Errors.Add("Text", Words.T("请填写查询内容", "Enter what to search for"));
            await LoadAsync(null, cancellationToken);
            return Page();
        }

        // The result gets an address of its own, with what was searched sealed: no name or number in a URL, a log or a history.
        return LocalRedirect("/residents?q=" + Uri.EscapeDataString(tokens.Seal(Desk.Actor, new SearchTerm(By, Text.Trim()))));
    }

    public string AddressOf(ResidentOverview file)
    {
        ArgumentNullException.ThrowIfNull(file);
        var stay = file.Registrations.LastOrDefault(stay => stay.IsCurrent);
        return stay is not null && _addresses.TryGetValue(stay.Address, out var address) ? Masking.Address(address.Text) : "—";
    }

    private async Task LoadAsync(SearchTerm? term, CancellationToken cancellationToken)
    {
        var search = new ResidentSearch
        {
            Name = term?.By == "name" ? term.Text : null,
            Phone = term?.By == "phone" ? term.Text : null,
            DocumentNumber = term?.By == "document" ? term.Text : null,
            Limit = PageSize,
            After = After,
        };
        try
        {
            var page = await residents.SearchAsync(Desk, search, cancellationToken);
            (Files, Next) = (page.Items, page.Next);
        }
        catch (NewCitizenException exception) when (exception.Code == NewCitizen.Storage.StorageErrors.InvalidCursor)
        {
            Errors.Add("Text", exception.Code.Format(null));
        }

        _addresses = await addresses.FindManyAsync(Desk, Files.SelectMany(file => file.Registrations).Where(stay => stay.IsCurrent).Select(stay => stay.Address), cancellationToken);
    }
}
