namespace NewCitizen.Benchmarks.Floors;

/// <summary>What contenders do, one operation at a time.</summary>
internal enum Work
{
    /// <summary>Reads one file by its id.</summary>
    ById,

    /// <summary>Reads one file by the 16-byte hash (blind index) of its number.</summary>
    ByHash,

    /// <summary>Reads 50 files that follow a place in the order of ids.</summary>
    Page,

    /// <summary>Changes one file if its version is the one that was read.</summary>
    Update,

    /// <summary>Takes a seat of the one slot everybody wants, with a booking.</summary>
    BookHot,

    /// <summary>Takes a seat of one of a thousand slots, with a booking.</summary>
    BookMany,
}
