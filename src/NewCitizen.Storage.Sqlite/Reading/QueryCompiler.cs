using System.Globalization;
using System.Text;
using NewCitizen.Storage.Sqlite.Schema;

namespace NewCitizen.Storage.Sqlite.Reading;

/// <summary>
/// Turns a query into SQL that an index answers. Paging goes on from the last key (no OFFSET), so a page costs the same wherever it is.
/// </summary>
internal sealed class QueryCompiler
{
    private readonly RecordQuery _query;
    private readonly KindTable _table;
    private readonly StringBuilder _where = new();
    private readonly List<FieldValue> _values = [];

    private QueryCompiler(RecordQuery query, KindTable table)
    {
        _query = query;
        _table = table;
    }

    public static CompiledQuery Compile(RecordQuery query, KindTable table)
    {
        // At most one record can be found, so neither order nor limit is needed and the text is at hand.
        if (query is { Where: [{ AnyOf.Count: 1 } only], OrderBy: null, After: null }
            && table.SelectBy(table.Columns[query.Kind.PositionOf(only.Field)]) is { } select)
        {
            return new(query, table, select, only.AnyOf);
        }

        var compiler = new QueryCompiler(query, table);
        return new(query, table, compiler.Text(), compiler._values);
    }

    private string Text()
    {
        var driver = FindDriver();
        var from = driver is null
            ? $"{_table.Table} t WHERE t.agency = ?1"
            : $"{_table.Columns[_query.Kind.PositionOf(driver.Field)].Side} d CROSS JOIN {_table.Table} t ON t.agency = d.agency AND t.id = d.id WHERE d.agency = ?1";
        foreach (var filter in _query.Where)
        {
            AppendFilter(filter, isDriver: ReferenceEquals(filter, driver));
        }

        var id = driver is null ? "t.id" : "d.id";
        var direction = _query.Descending ? "DESC" : "ASC";
        var (order, after) = (id, $"{id} {(_query.Descending ? '<' : '>')} ?2");
        if (_query.OrderBy is { } field)
        {
            order = _table.Columns[_query.Kind.PositionOf(field)].Column;
            _where.Append(null, $" AND t.{order} IS NOT NULL");
            if (_query.After is { } cursor)
            {
                after = $"(t.{order}, {id}) {(_query.Descending ? '<' : '>')} ({Place(cursor.OrderValue)}, ?2)";
            }

            order = $"t.{order} {direction}, {id}";
        }

        if (_query.After is not null)
        {
            _where.Append(null, $" AND {after}");
        }

        // One more than asked for tells whether this is the last page.
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {_table.SelectList}, t.id FROM {from}{_where} AND t.deleted = 0 ORDER BY {order} {direction} LIMIT {_query.Limit + 1}");
    }

    /// <summary>A set's value, asked for in the order of ids, is walked in the side table: it lists the ids of a value in order.</summary>
    private FieldFilter? FindDriver() =>
        _query.OrderBy is null
            ? _query.Where.FirstOrDefault(filter => filter.AnyOf.Count == 1 && _table.Columns[_query.Kind.PositionOf(filter.Field)].HasSide)
            : null;

    private void AppendFilter(FieldFilter filter, bool isDriver)
    {
        var column = _table.Columns[_query.Kind.PositionOf(filter.Field)];
        _where.Append(" AND ");
        if (isDriver)
        {
            _where.Append(null, $"d.value = {Place(filter.AnyOf[0])}");
        }
        else if (column.HasSide)
        {
            _where.Append(null, $"t.id IN (SELECT s.id FROM {column.Side} s WHERE s.agency = ?1 AND s.value {Among(filter)})");
        }
        else if (filter.IsRange)
        {
            _where.Append(null, $"t.{column.Column} IS NOT NULL");
            if (!filter.From.IsNull)
            {
                _where.Append(null, $" AND t.{column.Column} >= {Place(filter.From)}");
            }

            if (!filter.Before.IsNull)
            {
                _where.Append(null, $" AND t.{column.Column} < {Place(filter.Before)}");
            }
        }
        else
        {
            _where.Append(null, $"t.{column.Column} {Among(filter)}");
        }
    }

    private string Among(FieldFilter filter) =>
        filter.AnyOf.Count == 1 ? $"= {Place(filter.AnyOf[0])}" : $"IN ({string.Join(", ", filter.AnyOf.Select(Place))})";

    private string Place(FieldValue value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"?{_values.Count + 2}");
    }
}
