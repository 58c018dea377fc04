using NewCitizen.Errors;

namespace NewCitizen.Relays;

/// <summary>What can go wrong between the change feed and those who listen to it (NC3050–NC3099, 变更转发错误).</summary>
public static class RelayErrors
{
    internal static readonly ErrorFamily Family = new(3050, 3099);

    /// <summary>The feed was trimmed past a relay: its listeners miss changes until they get a full copy; {0} is the relay.</summary>
    public static readonly ErrorCode NeedsFullCopy = Family.Error(
        3050, "转发“{0}”落后于已清理的变更流，接收方须先取得全量数据", "the feed was trimmed past relay {0}; its listeners need a full copy first");

    /// <summary>There is no such parked message.</summary>
    public static readonly ErrorCode NotParked = Family.Error(3051, "没有该搁置消息", "there is no such parked message");

    /// <summary>The receiver did not take a parked message this time either; {0} is its reason.</summary>
    public static readonly ErrorCode NotAccepted = Family.Error(3052, "接收方仍未接受该消息：{0}", "the receiver did not take the message: {0}");

    /// <summary>Another run of the same relay was faster.</summary>
    public static readonly ErrorCode Overtaken = Family.Error(3053, "转发“{0}”正由另一进程运行，请重试", "another run of relay {0} was faster; try again");

    /// <summary>Transactions from before the new start did not end in time.</summary>
    public static readonly ErrorCode NotSettled = Family.Error(
        3054, "此前开始的事务尚未结束，无法确定转发起点，请稍后重试", "transactions that began earlier have not ended; the new start is not certain yet, try again later");

    /// <summary>A webhook address that is not allowed.</summary>
    public static readonly ErrorCode AddressRefused = Family.Error(
        3055, "回调地址不被允许：须为 https，且不含账号信息", "the webhook address is not allowed: it must be https and hold no user name");

    /// <summary>A webhook secret that is none.</summary>
    public static readonly ErrorCode SecretInvalid = Family.Error(
        3056, "回调密钥无效：须为 whsec_ 加 24 至 64 字节的 Base64", "the webhook secret is not valid: whsec_ and the Base64 of 24 to 64 bytes");

    /// <summary>A record of the relay that cannot be read; {0} is the relay.</summary>
    public static readonly ErrorCode PositionMalformed = Family.Error(3057, "转发“{0}”的位置记录无法读取", "the position of relay {0} cannot be read");
}
