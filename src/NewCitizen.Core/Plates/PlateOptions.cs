namespace NewCitizen.Plates;

/// <summary>Settings of door plates (门牌设置).</summary>
public sealed class PlateOptions
{
    /// <summary>Duty contacts, by agency id; an agency that is not named shows none.</summary>
    public IDictionary<string, PlateContact> Contacts { get; } = new Dictionary<string, PlateContact>(StringComparer.Ordinal);

    /// <summary>
    /// Most audit rows about forged plates a process writes in a minute, 1 to 10,000; those beyond are counted in the next row. A wall of
    /// forgeries must not fill the audit log.
    /// </summary>
    public int ForgeryRowsPerMinute { get; set; } = 60;
}
