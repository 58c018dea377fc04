using NewCitizen.Agencies;

namespace NewCitizen.Storage;

/// <summary>
/// A question to a store: living records of one kind in one agency that meet every condition, in a stated order.
/// Closed on purpose: what it can ask, every store can answer from an index.
/// </summary>
public sealed class RecordQuery
{
    /// <summary>Most records a page may hold.</summary>
    public const int MaxLimit = 1000;

    /// <summary>Makes a query.</summary>
    /// <param name="agency">Whose records.</param>
    /// <param name="kind">Which kind.</param>
    /// <param name="where">Conditions, all of which must hold; none means all records.</param>
    /// <param name="orderBy">A field with an ordered index, or null to order by id. Records without a value in that field are left out.</param>
    /// <param name="descending">From the highest down; ties by id in the same direction.</param>
    /// <param name="limit">1 to 1,000 records.</param>
    /// <param name="after">Where the page before ended.</param>
    /// <exception cref="ArgumentException">
    /// A field has no index that can answer, a condition compares it with a value of another type, or the cursor is not one of this order.
    /// </exception>
    public RecordQuery(
        AgencyId agency,
        RecordKind kind,
        IReadOnlyList<FieldFilter>? where = null,
        string? orderBy = null,
        bool descending = false,
        int limit = 100,
        QueryCursor? after = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        foreach (var filter in where ?? [])
        {
            var answered = filter.IsRange
                ? kind.HasIndex(filter.Field, IndexType.Ordered)
                : kind.HasIndex(filter.Field, IndexType.Lookup, IndexType.Unique, IndexType.Ordered);
            if (!answered)
            {
                throw new ArgumentException($"Field '{filter.Field}' of kind '{kind}' has no index for this condition.", nameof(where));
            }

            // Left to the engines, '5' = 5 would be true in one and false in the next.
            var type = kind.Fields[kind.PositionOf(filter.Field)].Type;
            if (!filter.AnyOf.Append(filter.From).Append(filter.Before).All(value => value.IsNull || (!value.IsMany && value.Type == type)))
            {
                throw new ArgumentException($"Field '{filter.Field}' of kind '{kind}' is compared with a value of another type.", nameof(where));
            }
        }

        if (orderBy is not null && !kind.HasIndex(orderBy, IndexType.Ordered))
        {
            throw new ArgumentException($"Field '{orderBy}' of kind '{kind}' has no ordered index.", nameof(orderBy));
        }

        if (after is { } cursor && (orderBy is null
            ? !cursor.OrderValue.IsNull
            : cursor.OrderValue.IsNull || cursor.OrderValue.IsMany || cursor.OrderValue.Type != kind.Fields[kind.PositionOf(orderBy)].Type))
        {
            throw new ArgumentException("The cursor belongs to another order.", nameof(after));
        }

        Agency = agency;
        Kind = kind;
        Where = where ?? [];
        OrderBy = orderBy;
        Descending = descending;
        Limit = limit;
        After = after;
    }

    /// <summary>Whose records.</summary>
    public AgencyId Agency { get; }

    /// <summary>Which kind.</summary>
    public RecordKind Kind { get; }

    /// <summary>Conditions, all of which must hold.</summary>
    public IReadOnlyList<FieldFilter> Where { get; }

    /// <summary>Field that orders the answer; null means the id.</summary>
    public string? OrderBy { get; }

    /// <summary>From the highest down.</summary>
    public bool Descending { get; }

    /// <summary>Most records to return.</summary>
    public int Limit { get; }

    /// <summary>Where the page before ended.</summary>
    public QueryCursor? After { get; }
}
