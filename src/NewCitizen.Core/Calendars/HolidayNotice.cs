using NodaTime;

namespace NewCitizen.Calendars;

/// <summary>The act a year's holidays come from (放假通知).</summary>
/// <param name="Title">Title, such as 国务院办公厅关于2026年部分节假日安排的通知.</param>
/// <param name="Number">Number of the document, such as 国办发明电〔2025〕7号, where known.</param>
/// <param name="Date">The day it was issued, where known.</param>
public sealed record HolidayNotice(string Title, string? Number, LocalDate? Date);
