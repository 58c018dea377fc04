using Portal.Hall;

namespace Portal.Pages.Permits;

public sealed class IndexModel : HallPage
{
    public void OnGet()
    {
    }
}
