namespace NewCitizen.Plates.Printing;

/// <summary>One plate to print (待印门牌). There is no place for a person or an address in it: a sheet may lie about.</summary>
/// <param name="Number">Number on the plate.</param>
/// <param name="Address">The address in the QR code.</param>
public sealed record PlateLabel(string Number, string Address);
