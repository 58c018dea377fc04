using NewCitizen.Appointments;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>A day as somebody sees it who wants to book (余号).</summary>
/// <param name="Date">The day, Asia/Shanghai.</param>
/// <param name="Status"><c>open</c>, <c>closed</c>, <c>notAnnounced</c>, <c>outsideWindow</c> or <c>notConfigured</c>.</param>
/// <param name="Reason">Why it is closed or specially open, where that is stated.</param>
/// <param name="Slots">Slots that can still be booked by their time, full ones included.</param>
public sealed record FreeDayModel(DateOnly Date, string Status, string? Reason, IReadOnlyList<FreeSlotModel> Slots)
{
    internal static FreeDayModel Of(FreeDay day) => new(
        day.Date.ToDateOnly(), WireName.Of(day.Status), day.Reason, [.. day.Slots.Select(slot => new FreeSlotModel(SlotRequest.Print(slot.Start), SlotRequest.Print(slot.End), slot.Free))]);
}
