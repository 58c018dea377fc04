using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;

namespace NewCitizen.Testing.Migrations;

/// <summary>
/// Stores as earlier releases left them (已发布的数据库结构): for each release the scripts as they were, and data written by
/// <see cref="ReleasedData.WriteAsync"/>. What was released is frozen: a file is added with each release and never changed.
/// </summary>
public interface IReleasedSchemas
{
    /// <summary>The releases, oldest first.</summary>
    IReadOnlyList<string> Versions { get; }

    /// <summary>The scripts of a release for <see cref="KitKinds.All"/>, as they were; empty for a store that needs none.</summary>
    /// <param name="version">One of <see cref="Versions"/>.</param>
    IReadOnlyList<SchemaScript> ScriptsOf(string version);

    /// <summary>Takes out of a script of today what differs from place to place, such as the name of a schema.</summary>
    /// <param name="store">The store it is of.</param>
    /// <param name="text">Its text.</param>
    string Normalise(StoreUnderTest store, string text) => text;

    /// <summary>Opens a fresh copy of a store as a release left it, with today's code, without migrating it.</summary>
    /// <param name="version">One of <see cref="Versions"/>.</param>
    /// <param name="kinds">The kinds the store holds.</param>
    ValueTask<StoreUnderTest> OpenAsync(string version, IReadOnlyList<RecordKind> kinds);
}
