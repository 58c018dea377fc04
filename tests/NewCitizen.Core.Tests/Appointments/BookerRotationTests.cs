using NewCitizen.Appointments;
using NewCitizen.Appointments.Credit;
using NodaTime;
using static NewCitizen.Core.Tests.Appointments.AppointmentDesk;

namespace NewCitizen.Core.Tests.Appointments;

/// <summary>What counts for a person holds while the key changes under which they are found.</summary>
public sealed class BookerRotationTests
{
    private const string Phone = "13800138000";

    private static readonly LocalTime s_ten = new(10, 0);

    [Fact]
    public async Task BookAsync_LimitOfAPerson_HoldsBeforeDuringAndAfterARotation()
    {
        using var desk = new AppointmentDesk(plan => plan with { PerPersonOpen = 2 });
        var before = await desk.BookedAsync(1, Nine);
        desk.Office.Keys.RotateIndex();
        Assert.Equal(AppointmentErrors.SameSlotTwice, (await desk.BookAsync(1, Nine)).FirstError.Code);
        await desk.BookedAsync(1, HalfPastNine);
        Assert.Equal(AppointmentErrors.PersonOpenLimit, (await desk.BookAsync(1, s_ten)).FirstError.Code);
        Assert.Equal(2, (await AppointmentBooks.AllAsync(desk.Office.Store, desk.West.Agency, AppointmentKinds.Booker)).Count);
        desk.Office.Keys.RotateIndex();
        Assert.Equal(AppointmentErrors.PersonOpenLimit, (await desk.BookAsync(1, s_ten)).FirstError.Code);

        // What is given back under the newest key is given back under all.
        (await desk.Manager.CancelAsync(desk.West, before.Id, before.Revision, false, null, default)).Require();
        await desk.BookedAsync(1, s_ten);
        Assert.Equal(AppointmentErrors.PersonOpenLimit, (await desk.BookAsync(1, Nine)).FirstError.Code);
        desk.Office.Keys.RetireIndex();
        Assert.Equal(AppointmentErrors.PersonOpenLimit, (await desk.BookAsync(1, Nine)).FirstError.Code);
        await desk.AuditAsync();
    }

    [Fact]
    public async Task BookAsync_OnePersonFromManyAtOnceDuringARotation_NeverBeyondTheLimit()
    {
        using var desk = new AppointmentDesk(plan => plan with { PerPersonOpen = 2 });
        desk.Office.Keys.RotateIndex();
        var tries = Enumerable.Range(0, 20).Select(i => Task.Run(async () => await desk.BookAsync(1, Nine.PlusMinutes(30 * (i % 4)), Monday.PlusDays(i / 4)))).ToArray();
        Assert.Equal(2, (await Task.WhenAll(tries)).Count(outcome => outcome.Succeeded));
        await desk.AuditAsync();
    }

    [Fact]
    public async Task Credit_NoShowsOnBothSidesOfARotation_AddUp()
    {
        using var desk = new AppointmentDesk(credit: CreditRuleReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "Appointments", "booking-credit-quanzhou.json")));
        var first = (await desk.Manager.BookAsync(desk.West, desk.At(Nine), Person(1, Phone), null, default)).Require();
        var second = (await desk.Manager.BookAsync(desk.West, desk.At(HalfPastNine), Person(1, Phone), null, default)).Require();
        desk.Office.Clock.AdvanceHours(22);
        (await desk.Manager.MarkNoShowAsync(desk.West, first.Id, first.Revision, default)).Require();
        desk.Office.Keys.RotateIndex();
        Assert.Equal(CreditState.Warned, (await desk.Manager.CreditAsync(desk.West, Person(1, Phone), default)).Require().State);
        (await desk.Manager.MarkNoShowAsync(desk.West, second.Id, second.Revision, default)).Require();
        Assert.Equal(CreditState.Blocked, (await desk.Manager.CreditAsync(desk.West, Person(1, Phone), default)).Require().State);
        Assert.Equal(CreditState.Blocked, (await desk.Manager.CreditAsync(desk.West, Person(2, Phone), default)).Require().State);
        desk.Office.Keys.RetireIndex();
        Assert.Equal(AppointmentErrors.BlockedByCredit, (await desk.BookAsync(1, s_ten)).FirstError.Code);
    }
}
