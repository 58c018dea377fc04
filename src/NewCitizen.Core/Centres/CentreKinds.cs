using NewCitizen.Storage;

namespace NewCitizen.Centres;

/// <summary>How service centres are stored.</summary>
public static class CentreKinds
{
    internal const string Code = "code";
    internal const string Name = "centre_name";
    internal const string Type = "centre_kind";

    /// <summary>Service halls, stations and offices (服务中心).</summary>
    public static RecordKind ServiceCentre { get; } = new(
        "service_centre",
        "服务中心: a hall, station or office with its hours, windows, booking plans and closures",
        [
            new(Code, FieldType.Text, "short code, unique in its agency"),
            new(Name, FieldType.Text, "name in Chinese"),
            new(Type, FieldType.Text, "hall, station or office"),
        ],
        [new(Code, IndexType.Unique)]);
}
