namespace NewCitizen.Storage.PostgreSql.Schema;

/// <summary>
/// The second wall between agencies: a table shows and takes rows only of the agency the transaction named, or of all where it named <c>*</c>
/// (relays, audits, copies). A statement that forgot its condition finds nothing.
/// </summary>
internal static class RowSecurity
{
    public const string Policy = "agency";
    public const string All = "*";

    public static string On(string table) =>
        $"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
        CREATE POLICY {Policy} ON {table} USING (agency = current_setting('newcitizen.agency', true) OR current_setting('newcitizen.agency', true) = '{All}');

        """.ReplaceLineEndings("\n");
}
