using Portal.Hall;

namespace Portal.Pages.Hall;

public sealed class ServiceModel : HallPage
{
    public void OnGet()
    {
    }
}
