using System.Globalization;
using Npgsql;

namespace NewCitizen.Storage.PostgreSql.Writing;

/// <summary>Reads what the functions of the schema raise.</summary>
internal static class Refusals
{
    public const string Conflict = "NC001";
    public const string NotUnique = "NC002";
    public const string LimitReached = "NC003";
    public const string RequestKnown = "NC004";

    /// <summary>The refusal, or null if the server said something else.</summary>
    public static CommitResult? Read(PostgresException failure)
    {
        if (failure.SqlState is not (Conflict or NotUnique or LimitReached))
        {
            return null;
        }

        var parts = failure.MessageText.Split(' ');
        var operation = int.Parse(parts[0], CultureInfo.InvariantCulture);
        return failure.SqlState switch
        {
            Conflict => CommitResult.Conflict(operation, parts[1] == "-" ? null : long.Parse(parts[1], CultureInfo.InvariantCulture)),
            NotUnique => CommitResult.NotUnique(operation, parts[1], Guid.Parse(parts[2])),
            _ => CommitResult.LimitReached(operation),
        };
    }
}
