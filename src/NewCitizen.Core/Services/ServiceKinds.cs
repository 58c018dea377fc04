using NewCitizen.Storage;

namespace NewCitizen.Services;

/// <summary>How service items are stored.</summary>
public static class ServiceKinds
{
    internal const string Code = "code";
    internal const string Name = "item_name";

    /// <summary>Service items (事项).</summary>
    public static RecordKind ServiceItem { get; } = new(
        "service_item",
        "事项: something an office does for people",
        [new(Code, FieldType.Text, "short code, unique in its agency"), new(Name, FieldType.Text, "name in Chinese")],
        [new(Code, IndexType.Unique)]);
}
