namespace NewCitizen.Storage;

/// <summary>What an index promises.</summary>
public enum IndexType
{
    /// <summary>Finds by equality. Several records may share a value.</summary>
    Lookup,

    /// <summary>Finds by equality; inside one agency no two living records share a value. Null is not a value.</summary>
    Unique,

    /// <summary>Ordered by value, then by id: ranges and keyset paging. Single-valued fields only; null is never in a range.</summary>
    Ordered,
}
