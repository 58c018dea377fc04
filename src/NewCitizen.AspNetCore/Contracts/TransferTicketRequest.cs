namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Send who is at a window to another line (转办).</summary>
/// <param name="Window">Label of the window where the ticket is.</param>
/// <param name="ItemId">What it is to wait for.</param>
public sealed record TransferTicketRequest(string Window, Guid ItemId);
