namespace NewCitizen.Plates;

/// <summary>As whom somebody looks at a plate (查看身份). The host has checked it; the plate itself opens nothing.</summary>
public enum PlateRole
{
    /// <summary>Anybody who walks by (公众): sees no person.</summary>
    Public,

    /// <summary>Who lives there (承租人): sees the own stay.</summary>
    Tenant,

    /// <summary>Who lets the home (出租人): sees who lives in it, masked.</summary>
    Landlord,

    /// <summary>The grid worker of the cell (网格员): sees home and people, masked, to check them.</summary>
    GridWorker,

    /// <summary>The police (民警): sees names and the landlord's phone in full, for a stated purpose, with an audit entry.</summary>
    Police,
}
