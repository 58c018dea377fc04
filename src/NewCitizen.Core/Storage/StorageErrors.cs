using NewCitizen.Errors;

namespace NewCitizen.Storage;

/// <summary>What a store can refuse (NC3000–NC3049).</summary>
public static class StorageErrors
{
    internal static readonly ErrorFamily Family = new(3000, 3049);

    /// <summary>Somebody else changed the record meanwhile.</summary>
    public static readonly ErrorCode Conflict = Family.Error(3000, "记录已被他人修改，请重新读取后再试", "the record was changed meanwhile; read it again and retry");

    /// <summary>Another record holds the value.</summary>
    public static readonly ErrorCode NotUnique = Family.Error(3001, "已有另一条记录使用该值（{0}）", "another record already holds this value ({0})");

    /// <summary>No capacity is left.</summary>
    public static readonly ErrorCode LimitReached = Family.Error(3002, "数量已达上限", "the limit is reached");

    /// <summary>A request key was used for something else.</summary>
    public static readonly ErrorCode KeyReused = Family.Error(3003, "请求键已用于另一请求", "the request key was used for another request");

    /// <summary>The store cannot tell whether the write is durable.</summary>
    public static readonly ErrorCode OutcomeUnknown = Family.Error(3004, "写入结果未知，请用同一请求键重试", "the outcome is unknown; retry with the same request key");

    /// <summary>The schema is not what this version needs.</summary>
    public static readonly ErrorCode SchemaDiffers = Family.Error(3005, "数据库结构与本版本不符：{0}", "the schema differs from what this version needs: {0}");

    /// <summary>A newer version wrote the store.</summary>
    public static readonly ErrorCode SchemaTooNew = Family.Error(3006, "数据库由更高版本写入，本版本拒绝写入", "a newer version wrote this store; this version refuses to write");

    /// <summary>Not a store.</summary>
    public static readonly ErrorCode NotAStore = Family.Error(3007, "文件不是新市民数据库", "the file is not a NewCitizen store");

    /// <summary>Entries of the feed are gone.</summary>
    public static readonly ErrorCode FeedTrimmed = Family.Error(3008, "变更流中该位置之后的条目已清理", "entries of the change feed after this position were trimmed");

    /// <summary>No room on the disk.</summary>
    public static readonly ErrorCode DiskFull = Family.Error(3009, "磁盘空间不足，本次未写入", "the disk is full; nothing of this call was written");

    /// <summary>The store cannot be reached or was closed.</summary>
    public static readonly ErrorCode Unavailable = Family.Error(3010, "数据库不可用", "the store is not available");

    /// <summary>A page cursor was altered, belongs to another query, or is too old.</summary>
    public static readonly ErrorCode InvalidCursor = Family.Error(3011, "翻页标记无效", "the page cursor is not valid for this query");

    /// <summary>No such record in the caller's agency.</summary>
    public static readonly ErrorCode NotFound = Family.Error(3012, "没有找到该记录", "there is no such record");

    /// <summary>The store returned a record that was not asked for.</summary>
    public static readonly ErrorCode WrongRecord = Family.Error(3013, "数据库返回了不属于本次请求的记录", "the store returned a record that was not asked for");

    /// <summary>An audit trail cannot be copied onto another one.</summary>
    public static readonly ErrorCode AuditTrailDiffers = Family.Error(3014, "审计记录与目标中已有的不一致（位置 {0}）", "the audit trail already holds something else at or after position {0}");

    /// <summary>A backup, restore or copy would overwrite something.</summary>
    public static readonly ErrorCode TargetExists = Family.Error(3015, "目标已存在，不会覆盖：{0}", "the target is there already and is not overwritten: {0}");

    /// <summary>A backup or a restored store is not sound.</summary>
    public static readonly ErrorCode CheckFailed = Family.Error(3016, "数据库完整性检查未通过：{0}", "the store did not pass its check: {0}");

    /// <summary>Two stores do not hold the same.</summary>
    public static readonly ErrorCode CopyDiffers = Family.Error(3017, "两个数据库内容不一致：{0}", "the two stores do not hold the same: {0}");

    /// <summary>Somebody wrote to the source of a copy.</summary>
    public static readonly ErrorCode SourceChanged = Family.Error(3018, "复制期间来源数据库有新的写入，请停止写入后重新执行", "the source was written to during the copy; stop its writers and run the copy again");

    /// <summary>The store holds kinds that the program does not declare.</summary>
    public static readonly ErrorCode KindsUnknown = Family.Error(3019, "数据库含有本程序未声明的记录种类：{0}", "the store holds kinds of records that this program does not declare: {0}");

    /// <summary>A question that no set of shards can answer in one order.</summary>
    public static readonly ErrorCode AcrossShards = Family.Error(3030, "该请求不能跨分片回答，请逐个分片读取", "this has no answer over several shards; ask each shard");

    /// <summary>The agency is being moved to another shard.</summary>
    public static readonly ErrorCode AgencySealed = Family.Error(3031, "该机构的数据正在迁移，请稍后再试", "the agency is being moved to another shard; retry shortly");

    /// <summary>The shard map names a shard that this process does not have.</summary>
    public static readonly ErrorCode ShardMissing = Family.Error(3032, "分片表中的分片未在本程序配置", "the shard map names a shard that this program was not given");

    /// <summary>Somebody else changed the shard map.</summary>
    public static readonly ErrorCode ShardMapChanged = Family.Error(3033, "分片表已被他人修改，请重新执行", "the shard map was changed meanwhile; run it again");

    /// <summary>A file is not a shard map.</summary>
    public static readonly ErrorCode ShardMapInvalid = Family.Error(3034, "分片表无法读取", "the shard map cannot be read");

    /// <summary>Two copies of an agency differ; {0} is the kind.</summary>
    public static readonly ErrorCode MoveDiffers = Family.Error(3035, "迁移核对不一致：{0}", "the two copies of the agency differ: {0}");

    /// <summary>An agency cannot be moved there; {0} is the shard.</summary>
    public static readonly ErrorCode MoveRefused = Family.Error(3036, "不能迁移到该分片：{0}", "the agency cannot be moved to this shard: {0}");
}
