using NewCitizen.Appointments.Credit;
using NewCitizen.Services;
using NodaTime;

namespace NewCitizen.Core.Tests.Appointments.Credit;

/// <summary>Story 19: Quanzhou's published rules as a file give the published outcomes.</summary>
public sealed class QuanzhouRulesTests
{
    private static readonly ServiceItemId s_permit = new(Guid.Parse("00000000-0000-0000-0000-000000000001"));
    private static readonly ServiceItemId s_other = new(Guid.Parse("00000000-0000-0000-0000-000000000002"));
    private static readonly BookingCreditRules s_rules = CreditRuleReader.ReadFile(Path.Combine(AppContext.BaseDirectory, "Appointments", "booking-credit-quanzhou.json"));

    [Fact]
    public void File_AsShipped_HasThreeRules()
    {
        Assert.True(s_rules.IsConfigured);
        Assert.Equal(["no-show", "same-item", "cancellations"], s_rules.Rules.Select(rule => rule.Code));
        Assert.True(s_rules.LookBack >= Duration.FromDays(31));
    }

    [Fact]
    public void Judge_FirstNoShow_Warns() => Assert.Equal(CreditVerdict.Warned("no-show"), Judge(At(11, 10), NoShow(11, 9)));

    [Fact]
    public void Judge_SecondNoShowInAMonth_BlocksUntilTheMonthIsOver()
    {
        Assert.Equal(CreditVerdict.Blocked("no-show", new LocalDate(2026, 12, 1)), Judge(At(11, 10), NoShow(11, 2), NoShow(11, 9)));
        Assert.Equal(CreditState.Blocked, Judge(At(11, 30, 23, 59), NoShow(11, 2), NoShow(11, 9)).State);
        Assert.Equal(CreditVerdict.Free, Judge(At(12, 1), NoShow(11, 2), NoShow(11, 9)));
    }

    [Fact]
    public void Judge_NoShowsOnBothSidesOfTheMonthsEnd_WarnsOnly()
    {
        Assert.Equal(CreditVerdict.Warned("no-show"), Judge(At(12, 2), NoShow(11, 30), NoShow(12, 1)));

        // Marked a day later, it still belongs to the day that was missed.
        Assert.Equal(CreditVerdict.Warned("no-show"), Judge(At(12, 2), NoShow(11, 30) with { At = At(12, 1) }, NoShow(12, 1)));
    }

    [Fact]
    public void Judge_MidnightInShanghai_IsTheBoundary()
    {
        // 2026-11-30T16:00Z is midnight of December 1 in Shanghai.
        var before = Instant.FromUtc(2026, 11, 30, 15, 59);
        var after = Instant.FromUtc(2026, 11, 30, 16, 0);
        BookingEvent[] five = [.. Enumerable.Range(20, 5).Select(day => Cancelled(At(11, day)))];
        Assert.Equal(CreditState.Blocked, s_rules.Judge(five, before).State);
        Assert.Equal(CreditState.Free, s_rules.Judge(five, after).State);
        BookingEvent[] split = [.. five.Take(4), Cancelled(after)];
        Assert.Equal(CreditState.Free, s_rules.Judge(split, after).State);
    }

    [Theory]
    [InlineData(3, CreditState.Free)]
    [InlineData(4, CreditState.Blocked)]
    public void Judge_BookingsOfOneItemInADay_BlocksBeyondThree(int count, CreditState state)
    {
        var events = Enumerable.Range(0, count).Select(i => Booked(At(11, 9, 9 + i), s_permit)).ToArray();
        var verdict = s_rules.Judge(events, At(11, 9, 18));
        Assert.Equal(state, verdict.State);
        Assert.Equal(state == CreditState.Blocked ? "same-item" : null, verdict.Rule);
    }

    [Fact]
    public void Judge_FourBookingsOfTwoItemsOrTwoDays_IsFree()
    {
        Assert.Equal(CreditVerdict.Free, Judge(At(11, 9, 18), Booked(At(11, 9, 9), s_permit), Booked(At(11, 9, 10), s_permit), Booked(At(11, 9, 11), s_other), Booked(At(11, 9, 12), s_other)));
        Assert.Equal(CreditVerdict.Free, Judge(At(11, 9, 18), Booked(At(11, 8, 9), s_permit), Booked(At(11, 8, 10), s_permit), Booked(At(11, 9, 11), s_permit), Booked(At(11, 9, 12), s_permit)));
    }

    [Theory]
    [InlineData(4, CreditState.Free)]
    [InlineData(5, CreditState.Blocked)]
    public void Judge_CancellationsInAMonth_BlocksAtFive(int count, CreditState state) =>
        Assert.Equal(state, s_rules.Judge([.. Enumerable.Range(1, count).Select(day => Cancelled(At(11, day)))], At(11, 20)).State);

    [Fact]
    public void Judge_Lifted_ForgivesWhatCameBeforeOnly()
    {
        var lift = new BookingEvent(At(11, 10), new LocalDate(2026, 11, 10), BookingEventKind.Lifted, null, Guid.Empty);
        Assert.Equal(CreditVerdict.Free, Judge(At(11, 10, 13), NoShow(11, 2), NoShow(11, 9), lift));
        Assert.Equal(CreditVerdict.Warned("no-show"), Judge(At(11, 12), NoShow(11, 2), NoShow(11, 9), lift, NoShow(11, 11)));
        Assert.Equal(CreditVerdict.Blocked("no-show", new LocalDate(2026, 12, 1)), Judge(At(11, 14), NoShow(11, 2), NoShow(11, 9), lift, NoShow(11, 11), NoShow(11, 13)));
    }

    [Fact]
    public void Judge_NoRules_IsFreeAndSaysSo()
    {
        Assert.False(BookingCreditRules.None.IsConfigured);
        Assert.Equal(Duration.Zero, BookingCreditRules.None.LookBack);
        Assert.Equal(CreditVerdict.Free, BookingCreditRules.None.Judge([NoShow(11, 2), NoShow(11, 9)], At(11, 10)));
    }

    private static CreditVerdict Judge(Instant now, params BookingEvent[] events) => s_rules.Judge(events, now);

    private static Instant At(int month, int day, int hour = 12, int minute = 0) => Instant.FromUtc(2026, month, day, hour, minute) - Duration.FromHours(8);

    private static BookingEvent NoShow(int month, int day) => new(At(month, day, 17), new LocalDate(2026, month, day), BookingEventKind.NoShow, s_permit, Guid.NewGuid());

    private static BookingEvent Cancelled(Instant at) => new(at, new LocalDate(2026, 12, 24), BookingEventKind.Cancelled, s_permit, Guid.NewGuid());

    private static BookingEvent Booked(Instant at, ServiceItemId item) => new(at, new LocalDate(2026, 12, 24), BookingEventKind.Booked, item, Guid.NewGuid());
}
