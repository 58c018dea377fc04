namespace NewCitizen.Plates;

/// <summary>Why a plate is no longer valid (停用原因).</summary>
public enum PlateRevocation
{
    /// <summary>It was lost or torn off (遗失).</summary>
    Lost,

    /// <summary>It cannot be read any more (损坏).</summary>
    Damaged,

    /// <summary>The home is no longer let (不再出租).</summary>
    NoLongerLet,

    /// <summary>It hangs on the wrong door, or is misused (误装或被冒用).</summary>
    Misused,

    /// <summary>A key it was signed with is no longer trusted (密钥泄露).</summary>
    KeyCompromised,
}
