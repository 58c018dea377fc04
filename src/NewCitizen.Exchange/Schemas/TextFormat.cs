namespace NewCitizen.Exchange.Schemas;

/// <summary>Formats that are asserted, not merely noted.</summary>
internal enum TextFormat
{
    None,
    Date,
    DateTime,
}
