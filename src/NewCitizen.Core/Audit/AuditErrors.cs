using NewCitizen.Errors;

namespace NewCitizen.Audit;

/// <summary>What is found wrong in the audit log (NC315x, NC316x). Positions and counts only.</summary>
public static class AuditErrors
{
    internal static readonly ErrorFamily Family = new(3150, 3199);

    /// <summary>Content and hash of an entry do not belong together.</summary>
    public static readonly ErrorCode EntryChanged = Family.Error(3150, "审计记录的内容与其哈希不符", "the content of an audit entry does not fit its hash");

    /// <summary>Signed entries are gone.</summary>
    public static readonly ErrorCode EntriesMissing = Family.Error(3151, "缺少已签名的审计记录 {0} 条", "{0} signed audit entries are missing");

    /// <summary>There are more entries than were signed.</summary>
    public static readonly ErrorCode EntriesAdded = Family.Error(3152, "已签名的区段中多出审计记录 {0} 条", "{0} audit entries were added to a signed stretch");

    /// <summary>Entries were exchanged, or changed together with their hash.</summary>
    public static readonly ErrorCode StretchDiffers = Family.Error(3153, "已签名的区段与签名时不同", "a signed stretch of audit entries is not what was signed");

    /// <summary>Entries do not come in the order of their positions.</summary>
    public static readonly ErrorCode OrderBroken = Family.Error(3154, "审计记录的位置顺序错乱", "audit entries do not come in the order of their positions");

    /// <summary>A checkpoint cannot be read, or contradicts itself or the one before.</summary>
    public static readonly ErrorCode CheckpointMalformed = Family.Error(3155, "检查点 {0} 内容无效", "checkpoint {0} is malformed");

    /// <summary>Numbers of checkpoints are missing.</summary>
    public static readonly ErrorCode CheckpointMissing = Family.Error(3156, "缺少检查点 {0}", "checkpoint {0} is missing");

    /// <summary>A signature does not fit its checkpoint.</summary>
    public static readonly ErrorCode SignatureInvalid = Family.Error(3157, "检查点 {0} 的签名无效", "the signature of checkpoint {0} is not valid");

    /// <summary>A checkpoint was signed with a key that is not trusted.</summary>
    public static readonly ErrorCode UnknownSigner = Family.Error(3158, "检查点 {0} 的签名密钥不在信任之列", "checkpoint {0} is signed with a key that is not trusted");

    /// <summary>A checkpoint does not continue the one before.</summary>
    public static readonly ErrorCode ChainBroken = Family.Error(3159, "检查点 {0} 与前一检查点不衔接", "checkpoint {0} does not continue the one before");

    /// <summary>The log does not hold a checkpoint that was noted outside.</summary>
    public static readonly ErrorCode AnchorLost = Family.Error(3160, "日志中没有留存于外部的检查点 {0}，或内容已不同", "the log does not hold checkpoint {0} as it was noted outside");

    /// <summary>No checkpoint can be added.</summary>
    public static readonly ErrorCode Stalled = Family.Error(3161, "无法写入检查点 {0}", "checkpoint {0} cannot be written");
}
