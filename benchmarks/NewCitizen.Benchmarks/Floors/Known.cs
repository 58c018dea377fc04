using NewCitizen.Residents;

namespace NewCitizen.Benchmarks.Floors;

/// <summary>What clients look for, made once: making people up costs as much as finding one.</summary>
internal static class Known
{
    /// <summary>Hash of the document number of each place.</summary>
    public static byte[][] Hashes { get; private set; } = [];

    /// <summary>Document of each place.</summary>
    public static StatedDocument[] Documents { get; private set; } = [];

    /// <summary>The file that updates write.</summary>
    public static FileRow Sample { get; } = FileRows.At(0);

    public static void Prepare(int people)
    {
        Hashes = new byte[people][];
        Documents = new StatedDocument[people];
        for (var i = 0; i < people; i++)
        {
            var person = FileRows.People.At(i);
            Hashes[i] = FileRows.Hash(person.DocumentNumber);
            Documents[i] = new StatedDocument { Kind = person.DocumentKind, Number = person.DocumentNumber, Country = person.Origin is null ? "USA" : null };
        }
    }
}
