using NewCitizen.Housing;

namespace Portal.Forms;

/// <summary>One home in the list.</summary>
public sealed record HomeLine(RentalProperty Home, string Address, int Rooms, int Occupied, int Capacity);
