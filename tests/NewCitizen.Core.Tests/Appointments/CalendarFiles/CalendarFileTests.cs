using System.Globalization;
using System.Text;
using CsCheck;
using Ical.Net;
using Ical.Net.CalendarComponents;
using NewCitizen.Appointments;
using NewCitizen.Appointments.CalendarFiles;
using NewCitizen.Centres;
using NewCitizen.Services;
using NodaTime;
using Calendar = Ical.Net.Calendar;

namespace NewCitizen.Core.Tests.Appointments.CalendarFiles;

/// <summary>Every file is read back by Ical.Net, which we did not write.</summary>
public sealed class CalendarFileTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 22, 4, 0);
    private static readonly CalendarEntry s_entry = new("u-1@x", 2, false, new(2026, 12, 1), new(9, 30), new(10, 0), "居住证申领（大厅）", "大厅 第三大街16号", "预约号：K7M-2QX-9FA\n请携带：身份证、照片", "大厅", "urn:uuid:00000000-0000-0000-0000-000000000001", Duration.FromHours(24));

    [Fact]
    public void Write_Entry_IsByteForByteAsStated() => Assert.Equal(
        """
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//NewCitizen//Appointments//ZH
        CALSCALE:GREGORIAN
        METHOD:PUBLISH
        BEGIN:VTIMEZONE
        TZID:Asia/Shanghai
        BEGIN:STANDARD
        DTSTART:19700101T000000
        TZOFFSETFROM:+0800
        TZOFFSETTO:+0800
        TZNAME:CST
        END:STANDARD
        END:VTIMEZONE
        BEGIN:VEVENT
        UID:u-1@x
        DTSTAMP:20261122T040000Z
        SEQUENCE:2
        STATUS:CONFIRMED
        DTSTART;TZID=Asia/Shanghai:20261201T093000
        DTEND;TZID=Asia/Shanghai:20261201T100000
        ORGANIZER;CN="大厅":urn:uuid:00000000-0000-0000-0000-000000000001
        SUMMARY:居住证申领（大厅）
        LOCATION:大厅 第三大街16号
        DESCRIPTION:预约号：K7M-2QX-9FA\n请携带：身份证、照片
        BEGIN:VALARM
        ACTION:DISPLAY
        TRIGGER:-PT1440M
        DESCRIPTION:居住证申领（大厅）
        END:VALARM
        END:VEVENT
        END:VCALENDAR

        """.ReplaceLineEndings("\r\n"),
        Encoding.UTF8.GetString(CalendarFile.Write(s_entry, s_now)));

    [Fact]
    public void Write_Cancelled_TakesItOutOfTheCalendar()
    {
        var calendar = Read(CalendarFile.Write(s_entry with { IsCancelled = true, Sequence = 3 }, s_now));
        Assert.Equal("CANCEL", calendar.Method);
        var found = Assert.Single(calendar.Events);
        Assert.Equal(("u-1@x", 3, "CANCELLED"), (found.Uid, found.Sequence, found.Status));
        Assert.Empty(found.Alarms);
    }

    [Fact]
    public void Write_ZoneBlock_HasStandardOffsetOfEightHours()
    {
        var zone = Assert.Single(Read(CalendarFile.Write(s_entry, s_now)).TimeZones);
        var standard = Assert.Single(zone.TimeZoneInfos);
        Assert.Equal("STANDARD", standard.Name);
        Assert.Equal("+0800", standard.OffsetTo!.ToString());
    }

    [Theory]
    [InlineData("a\r\nBEGIN:VEVENT\r\nSUMMARY:x")]
    [InlineData("a;b,c\\d:e\"f")]
    [InlineData("\\n \\N \\\\")]
    [InlineData("END:VCALENDAR")]
    [InlineData("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦")]
    public void Write_NastyText_ComesBack(string text)
    {
        var calendar = Read(CalendarFile.Write(s_entry with { Summary = text, Location = text, Description = text, Organiser = text }, s_now));
        var found = Assert.Single(calendar.Events);
        Assert.Equal(text.ReplaceLineEndings("\n"), found.Summary);
        Assert.Equal(text.ReplaceLineEndings("\n"), found.Location);
        Assert.Equal(text.ReplaceLineEndings("\n"), found.Description);
    }

    [Fact]
    public void Write_AnyEntry_IsReadBackTheSame()
    {
        var texts = Gen.OneOf(
            Gen.String[Gen.Char["居住证办理窗口，；、：“”（）abc;,:\\\"\n\t 😀é٣"], 1, 160],
            Gen.String[Gen.OneOf(Gen.Char['\0', '\u00FF'], Gen.Char['\u4E00', '\u9FFF']), 1, 120]);
        Gen.Select(texts, texts, texts, Gen.Int[0, 1000], Gen.Int[0, 3650], Gen.Int[0, 1438], Gen.Bool, Gen.Int[0, 20000]).Sample((summary, location, description, sequence, day, minute, cancelled, ahead) =>
        {
            var start = LocalTime.Midnight.PlusMinutes(minute);
            var entry = s_entry with { Summary = summary, Location = location, Description = description, Organiser = location, Sequence = sequence, IsCancelled = cancelled, Date = s_entry.Date.PlusDays(day), Start = start, End = start.PlusMinutes(1), Alarm = ahead == 0 ? null : Duration.FromMinutes(ahead) };
            var bytes = CalendarFile.Write(entry, s_now);
            CheckLines(bytes);
            var found = Assert.Single(Read(bytes).Events);
            Assert.Equal((entry.Uid, sequence, cancelled ? "CANCELLED" : "CONFIRMED"), (found.Uid, found.Sequence, found.Status));
            Assert.Equal(Plain(summary), found.Summary ?? string.Empty);
            Assert.Equal(Plain(location), found.Location ?? string.Empty);
            Assert.Equal(Plain(description), found.Description ?? string.Empty);
            Assert.Equal(entry.Date.At(start).ToDateTimeUnspecified() - TimeSpan.FromHours(8), found.DtStart!.AsUtc);
            Assert.Equal(cancelled || ahead == 0 ? 0 : 1, found.Alarms.Count);
        });
    }

    [Fact]
    public void Entry_OfAnAppointment_NamesNobody()
    {
        var item = new ServiceItem { Id = new(Guid.NewGuid()), Code = "permit", Name = "居住证申领", EnglishName = "Residence permit", Materials = [new("id", "身份证", "Identity card", true, null, null), new("photo", "照片", null, false, null, null), new("lease", "租赁合同", null, true, "proof", null), new("job", "劳动合同", null, true, "proof", null)] };
        var centre = new ServiceCentre { Id = new(Guid.NewGuid()), Code = "hall", Name = "服务大厅", Kind = CentreKind.Hall, Address = "第三大街16号", Plans = [new BookingPlan { Code = "p", Name = "p", Items = [item.Id], SlotMinutes = 30, RemindAhead = Duration.FromHours(2) }] };
        var appointment = new Appointment { Id = new(Guid.NewGuid()), Number = AppointmentNumber.New(), Status = AppointmentStatus.Booked, Centre = centre.Id, Plan = "p", Item = item.Id, Date = new(2026, 12, 1), Start = new(9, 0), End = new(9, 30), Places = [], CreatedAt = s_now, ChangedAt = s_now };
        var booked = Assert.Single(Read(CalendarFile.Write(AppointmentCalendar.Entry(appointment, centre, item), s_now)).Events);
        var moved = AppointmentCalendar.Entry(appointment with { Sequence = 1, Start = new(10, 0), End = new(10, 30) }, centre, item, english: true);
        Assert.Equal(booked.Uid, moved.Uid);
        Assert.True(moved.Sequence > booked.Sequence);
        Assert.Contains(appointment.Number.ToString(), booked.Description, StringComparison.Ordinal);
        Assert.Contains("身份证；照片（如有）；任选其一：租赁合同／劳动合同", booked.Description, StringComparison.Ordinal);
        Assert.Equal("Residence permit, 服务大厅", moved.Summary);
        Assert.True(AppointmentCalendar.Entry(appointment with { Status = AppointmentStatus.Cancelled }, centre, item).IsCancelled);
        Assert.Throws<ArgumentException>(() => AppointmentCalendar.Entry(appointment with { Item = new(Guid.NewGuid()) }, centre, item));
    }

    private static Calendar Read(byte[] bytes) => Assert.IsType<Calendar>(Calendar.Load(Encoding.UTF8.GetString(bytes)));

    // Half a surrogate pair is no character: it is written as U+FFFD.
    private static string Plain(string text) => new([.. Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Where(c => c is '\n' or '\t' || char.GetUnicodeCategory(c) != UnicodeCategory.Control)]);

    private static void CheckLines(byte[] bytes)
    {
        var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        foreach (var line in text.Split("\r\n"))
        {
            Assert.True(Encoding.UTF8.GetByteCount(line) <= 75);
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotContain('\r', line);
        }
    }
}
