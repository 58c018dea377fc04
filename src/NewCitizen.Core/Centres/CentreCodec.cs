using NewCitizen.Calendars;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Centres;

/// <summary>Turns a centre into its stored form and back.</summary>
internal static class CentreCodec
{
    public static CentreBody Write(ServiceCentre centre) => new()
    {
        EnglishName = centre.EnglishName,
        Address = centre.Address,
        Phone = centre.Phone,
        Hours = Week(centre.Hours),
        Windows = List(centre.Windows, window => new CentreBody.Window
        {
            Code = window.Code,
            Name = window.Name,
            Items = List(window.Items, Text),
            Shifts = window.Shifts is { } shifts ? Week(shifts) : null,
            Priority = window.IsPriorityLane,
        }),
        Plans = List(centre.Plans, Plan),
        Exceptions = List(centre.Exceptions, day => new CentreBody.Exception { From = day.From, Until = day.Until, Open = List(day.Open, period => period), Reason = day.Reason }),
        RetiredPlans = List(centre.RetiredPlans, code => code),
    };

    /// <summary>Reads the stored form.</summary>
    /// <param name="body">The form.</param>
    /// <param name="id">Id of the centre.</param>
    /// <param name="code">Its code.</param>
    /// <param name="name">Its name.</param>
    /// <param name="kind">What kind of place it is.</param>
    /// <param name="item">Finds an item by what stands for it: the id in a record, the code in a data file.</param>
    public static ServiceCentre Read(CentreBody body, ServiceCentreId id, string code, string name, CentreKind kind, Func<string, ServiceItemId> item) => new()
    {
        Id = id,
        Code = code,
        Name = name,
        Kind = kind,
        EnglishName = body.EnglishName,
        Address = body.Address,
        Phone = body.Phone,
        Hours = body.Hours is { } hours ? Week(hours) : WeeklyHours.None,
        Windows =
        [
            .. (body.Windows ?? []).Select(window => new ServiceWindow(
                window.Code, window.Name, [.. (window.Items ?? []).Select(item)], window.Shifts is { } shifts ? Week(shifts) : null, window.Priority)),
        ],
        Plans = [.. (body.Plans ?? []).Select(plan => Plan(plan, item))],
        Exceptions = [.. (body.Exceptions ?? []).Select(day => new DayException(day.From, day.Until, day.Open ?? [], day.Reason))],
        RetiredPlans = body.RetiredPlans ?? [],
    };

    private static CentreBody.Plan Plan(BookingPlan plan) => new()
    {
        Code = plan.Code,
        Name = plan.Name,
        Items = [.. plan.Items.Select(Text)],
        SlotMinutes = plan.SlotMinutes,
        PlacesPerSlot = plan.PlacesPerSlot,
        Quotas = List(plan.Quotas, quota => new CentreBody.Quota { Code = quota.Code, Name = quota.Name, Places = quota.Places }),
        ItemLimits = List(plan.ItemLimits, limit => new CentreBody.ItemLimit { Item = Text(limit.Item), Places = limit.Places }),
        OnlyOn = List(plan.OnlyOn, day => (int)day),
        SoonestAheadSeconds = (long)plan.SoonestAhead.TotalSeconds,
        FarthestAhead = StoredTimeLimit.From(plan.FarthestAhead),
        CancelCutOffSeconds = (long)plan.CancelCutOff.TotalSeconds,
        HoldSeconds = (long)plan.Hold.TotalSeconds,
        OfferSeconds = (long?)plan.Offer?.TotalSeconds,
        RemindAheadSeconds = (long?)plan.RemindAhead?.TotalSeconds,
        GraceSeconds = (long)plan.Grace.TotalSeconds,
        PerPersonPerDay = plan.PerPersonPerDay,
        PerPersonOpen = plan.PerPersonOpen,
    };

    private static BookingPlan Plan(CentreBody.Plan plan, Func<string, ServiceItemId> item) => new()
    {
        Code = plan.Code,
        Name = plan.Name,
        Items = [.. plan.Items.Select(item)],
        SlotMinutes = plan.SlotMinutes,
        PlacesPerSlot = plan.PlacesPerSlot,
        Quotas = [.. (plan.Quotas ?? []).Select(quota => new SlotQuota(quota.Code, quota.Name, quota.Places))],
        ItemLimits = [.. (plan.ItemLimits ?? []).Select(limit => new ItemPlaces(item(limit.Item), limit.Places))],
        OnlyOn = [.. (plan.OnlyOn ?? []).Select(day => (IsoDayOfWeek)day)],
        SoonestAhead = Duration.FromSeconds(plan.SoonestAheadSeconds),
        FarthestAhead = plan.FarthestAhead?.ToLimit(),
        CancelCutOff = Duration.FromSeconds(plan.CancelCutOffSeconds),
        Hold = Duration.FromSeconds(plan.HoldSeconds),
        Offer = plan.OfferSeconds is { } offer ? Duration.FromSeconds(offer) : null,
        RemindAhead = plan.RemindAheadSeconds is { } remind ? Duration.FromSeconds(remind) : null,
        Grace = Duration.FromSeconds(plan.GraceSeconds),
        PerPersonPerDay = plan.PerPersonPerDay,
        PerPersonOpen = plan.PerPersonOpen,
    };

    private static CentreBody.Week Week(WeeklyHours hours) => new()
    {
        Days = [.. Enumerable.Range(1, 7).Select(day => hours.Of((IsoDayOfWeek)day).ToList())],
        MakeUpWorkdays = List(hours.MakeUpWorkdays, period => period),
    };

    private static WeeklyHours Week(CentreBody.Week week)
    {
        var days = new Dictionary<IsoDayOfWeek, IReadOnlyList<OpenPeriod>>();
        for (var i = 0; i < week.Days.Count; i++)
        {
            if (week.Days[i].Count > 0)
            {
                days[(IsoDayOfWeek)(i + 1)] = week.Days[i];
            }
        }

        return new() { Days = days, MakeUpWorkdays = week.MakeUpWorkdays ?? [] };
    }

    private static string Text(ServiceItemId item) => item.Value.ToString("N");

    private static List<TOut>? List<TIn, TOut>(IReadOnlyList<TIn> values, Func<TIn, TOut> map) => values.Count == 0 ? null : [.. values.Select(map)];
}
