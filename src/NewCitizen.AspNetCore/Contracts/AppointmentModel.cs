using NewCitizen.Appointments;
using NodaTime;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>An appointment (预约), its person masked.</summary>
/// <param name="Id">Identifies it.</param>
/// <param name="Revision">Its state; also in <c>ETag</c>.</param>
/// <param name="Number">Number the person is given.</param>
/// <param name="Status">Such as <c>held</c>, <c>offered</c>, <c>booked</c>, <c>arrived</c>, <c>served</c>, <c>noShow</c>, <c>cancelled</c>, <c>lapsed</c>, <c>toCall</c>.</param>
/// <param name="CentreId">Where.</param>
/// <param name="ItemId">What for.</param>
/// <param name="Date">Which day, Asia/Shanghai.</param>
/// <param name="Start">When it begins, such as <c>09:30</c>.</param>
/// <param name="End">When it ends.</param>
/// <param name="HeldUntil">When a hold or an offer is over.</param>
/// <param name="MaskedName">Name, masked.</param>
public sealed record AppointmentModel(
    Guid Id, string Revision, string Number, string Status, Guid CentreId, Guid ItemId, DateOnly Date, string Start, string End, DateTimeOffset? HeldUntil, string? MaskedName)
{
    /// <summary>Number and status.</summary>
    public override string ToString() => $"{Number} {Status}";

    internal static AppointmentModel Of(Appointment own) => new(
        own.Id.Value,
        own.Revision.ToString(),
        own.Number.ToString(),
        WireName.Of(own.Status),
        own.Centre.Value,
        own.Item.Value,
        own.Date.ToDateOnly(),
        SlotRequest.Print(own.Start),
        SlotRequest.Print(own.End),
        own.HeldUntil?.ToDateTimeOffset(),
        own.Person?.ToString());
}
