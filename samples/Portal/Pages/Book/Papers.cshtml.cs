using NewCitizen.Centres;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Book;

public sealed class PapersModel(CentreManager centres, ServiceItemManager items) : BookPage(centres, items)
{
    public void OnGet()
    {
    }
}
