using System.Globalization;
using System.Text;
using NewCitizen.Storage.PostgreSql.Schema;
using NewCitizen.Storage.PostgreSql.Values;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Reading;

/// <summary>
/// Turns a query into SQL that an index answers. Paging goes on from the last key (no OFFSET), so a page costs the same wherever it is.
/// </summary>
internal sealed class QueryCompiler
{
    private readonly RecordQuery _query;
    private readonly KindTable _table;
    private readonly StringBuilder _where = new();
    private readonly NpgsqlBatchCommand _command = new();

    private QueryCompiler(RecordQuery query, KindTable table)
    {
        _query = query;
        _table = table;
    }

    public static CompiledQuery Compile(RecordQuery query, KindTable table)
    {
        var compiler = new QueryCompiler(query, table);
        compiler._command.Agency(query.Agency);
        compiler._command.CommandText = compiler.Text();
        return new(query, table, compiler._command);
    }

    private string Text()
    {
        var driver = FindDriver();
        var from = driver is null
            ? $"{_table.Table} t WHERE t.agency = $1"
            : $"{Column(driver).Side} d JOIN {_table.Table} t ON t.agency = d.agency AND t.id = d.id WHERE d.agency = $1";
        foreach (var filter in _query.Where)
        {
            AppendFilter(filter, isDriver: ReferenceEquals(filter, driver));
        }

        var id = driver is null ? "t.id" : "d.id";
        var direction = _query.Descending ? "DESC" : "ASC";
        var comparison = _query.Descending ? '<' : '>';
        var order = $"{id} {direction}";
        if (_query.OrderBy is { } field)
        {
            var column = _table.Columns[_query.Kind.PositionOf(field)];
            _where.Append(null, $" AND t.{column.Column} IS NOT NULL");
            if (_query.After is { } cursor)
            {
                _where.Append(null, $" AND (t.{column.Column}, {id}) {comparison} ({One(column, cursor.OrderValue)}, {Id(cursor.Id)})");
            }

            order = $"t.{column.Column} {direction}, {order}";
        }
        else if (_query.After is { } cursor)
        {
            _where.Append(null, $" AND {id} {comparison} {Id(cursor.Id)}");
        }

        // One more than asked for tells whether this is the last page.
        return string.Create(
            CultureInfo.InvariantCulture,
            $"SELECT {_table.SelectList}, t.id FROM {from}{_where} AND NOT t.deleted ORDER BY {order} LIMIT {_query.Limit + 1}");
    }

    /// <summary>A set's value, asked for in the order of ids, is walked in the side table: it lists the ids of a value in order.</summary>
    private FieldFilter? FindDriver() =>
        _query.OrderBy is null ? _query.Where.FirstOrDefault(filter => filter.AnyOf.Count == 1 && Column(filter).HasSide) : null;

    private void AppendFilter(FieldFilter filter, bool isDriver)
    {
        var column = Column(filter);
        _where.Append(" AND ");
        if (isDriver)
        {
            _where.Append(null, $"d.value = {One(column, filter.AnyOf[0])}");
        }
        else if (column.HasSide)
        {
            _where.Append(null, $"t.id IN (SELECT s.id FROM {column.Side} s WHERE s.agency = $1 AND s.value {Among(column, filter)})");
        }
        else if (filter.IsRange)
        {
            _where.Append(null, $"t.{column.Column} IS NOT NULL");
            if (!filter.From.IsNull)
            {
                _where.Append(null, $" AND t.{column.Column} >= {One(column, filter.From)}");
            }

            if (!filter.Before.IsNull)
            {
                _where.Append(null, $" AND t.{column.Column} < {One(column, filter.Before)}");
            }
        }
        else
        {
            _where.Append(null, $"t.{column.Column} {Among(column, filter)}");
        }
    }

    private FieldColumn Column(FieldFilter filter) => _table.Columns[_query.Kind.PositionOf(filter.Field)];

    private string Among(FieldColumn column, FieldFilter filter)
    {
        List<FieldValue> values = [.. filter.AnyOf.Where(value => !value.IsNull)];
        if (values.Count == 1)
        {
            return $"= {One(column, values[0])}";
        }

        _command.Many(column, values);
        return $"= ANY ({LastPlace})";
    }

    private string One(FieldColumn column, FieldValue value)
    {
        if (value.IsNull)
        {
            _command.Null(column.ValueDbType);
        }
        else
        {
            _command.One(column, value);
        }

        return LastPlace;
    }

    private string Id(Guid id)
    {
        _command.Id(id);
        return LastPlace;
    }

    private string LastPlace => string.Create(CultureInfo.InvariantCulture, $"${_command.Parameters.Count}");
}
