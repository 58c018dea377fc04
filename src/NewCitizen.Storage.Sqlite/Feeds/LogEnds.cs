namespace NewCitizen.Storage.Sqlite.Feeds;

/// <summary>Where the change feed and the audit trail end.</summary>
internal static class LogEnds
{
    /// <summary>Position of the last change there is or was, then epoch and position of the last audit entry; 0 for none.</summary>
    public const string Select = """
        SELECT max(ifnull((SELECT max(position) FROM change_feed), 0), (SELECT value FROM store_info WHERE name = 'changes_trimmed_up_to')),
            ifnull((SELECT epoch FROM audit_entry ORDER BY epoch DESC, position DESC LIMIT 1), 0),
            ifnull((SELECT position FROM audit_entry ORDER BY epoch DESC, position DESC LIMIT 1), 0)
        """;
}
