namespace Portal.Hall;

/// <summary>One hour of a hall's day.</summary>
/// <param name="Hour">Hour of the day, Asia/Shanghai.</param>
/// <param name="Taken">Tickets taken in it.</param>
/// <param name="Waits">How many of them were called.</param>
/// <param name="MedianWait">Median minutes from the ticket to the call; null if nobody was called.</param>
/// <param name="LongestWait">Longest of them.</param>
public sealed record HourFigure(int Hour, int Taken, int Waits, int? MedianWait, int? LongestWait);
