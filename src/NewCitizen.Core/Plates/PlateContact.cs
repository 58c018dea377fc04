namespace NewCitizen.Plates;

/// <summary>Whom to call about a home (责任网格联系方式): an office and its duty phone, not a private number.</summary>
/// <param name="Office">Name of the station or grid, such as 第三网格.</param>
/// <param name="Phone">Duty phone.</param>
public sealed record PlateContact(string Office, string Phone);
