using NewCitizen.Appointments;
using NewCitizen.Centres;
using NewCitizen.Services;
using Portal.Hall;

namespace Portal.Pages.Book;

public sealed class DaysModel(CentreManager centres, ServiceItemManager items, AppointmentManager appointments) : BookPage(centres, items)
{
    private const int Ahead = 14;

    public IReadOnlyList<FreeDay> Days { get; private set; } = [];

    public bool HasWaitlist { get; private set; }

    public static string Why(FreeDay day)
    {
        ArgumentNullException.ThrowIfNull(day);
        return day.Status switch
        {
            FreeDayStatus.Open => Words.T("已约满", "full"),
            FreeDayStatus.Closed => day.Reason is { } reason ? Words.T($"停办：{reason}", $"closed: {reason}") : Words.T("休息", "closed"),
            FreeDayStatus.NotAnnounced => Words.T("节假日安排尚未公布", "holidays not announced"),
            FreeDayStatus.NotConfigured => Words.T("尚未开放预约", "booking is not open"),
            _ => Words.T("未到预约期", "cannot be booked yet"),
        };
    }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var free = await appointments.FindFreeAsync(Desk, Centre.Id, Item.Id, Today, Ahead, Quota, cancellationToken);
        Take(free.Issues);
        if (free.Succeeded)
        {
            HasWaitlist = free.Value.HasWaitlist;

            // Days beyond the last that can be booked say nothing new after the first of them.
            var beyond = free.Value.Days.Where(day => day.Status == FreeDayStatus.OutsideWindow).Select(day => day.Date).FirstOrDefault();
            Days = [.. free.Value.Days.Where(day => beyond == default || day.Date <= beyond)];
        }
    }
}
