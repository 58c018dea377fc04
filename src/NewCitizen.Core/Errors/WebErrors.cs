namespace NewCitizen.Errors;

/// <summary>What is wrong with a request over HTTP (NC6000–NC6099, 接口错误).</summary>
public static class WebErrors
{
    internal static readonly ErrorFamily Family = new(6000, 6099);

    /// <summary>The body is not JSON of the expected form.</summary>
    public static readonly ErrorCode BodyUnreadable = Family.Error(6000, "请求内容不是有效的 JSON，或缺少必填字段", "the body is not valid JSON or lacks a required field");

    /// <summary>The body is too large; {0} is the limit in bytes.</summary>
    public static readonly ErrorCode BodyTooLarge = Family.Error(6001, "请求内容超过 {0} 字节", "the body is larger than {0} bytes");

    /// <summary>The body is not declared as JSON.</summary>
    public static readonly ErrorCode NotJson = Family.Error(6002, "请求内容类型必须是 application/json", "the content type must be application/json");

    /// <summary>A change came without the state it starts from.</summary>
    public static readonly ErrorCode IfMatchMissing = Family.Error(6003, "修改必须带 If-Match（读取时的 ETag）", "a change needs If-Match with the ETag that was read");

    /// <summary>If-Match is not an ETag of ours.</summary>
    public static readonly ErrorCode IfMatchInvalid = Family.Error(6004, "If-Match 无效", "If-Match is not valid");

    /// <summary>The idempotency key has a wrong form.</summary>
    public static readonly ErrorCode IdempotencyKeyInvalid = Family.Error(6005, "Idempotency-Key 须为 1 至 64 个可见 ASCII 字符", "Idempotency-Key has 1 to 64 printable ASCII characters");

    /// <summary>Several search conditions at once.</summary>
    public static readonly ErrorCode SearchAmbiguous = Family.Error(6006, "检索条件只能有一个", "give one search condition only");

    /// <summary>A page size out of range; {0} and {1} are the limits.</summary>
    public static readonly ErrorCode LimitOutOfRange = Family.Error(6007, "每页条数须在 {0} 至 {1} 之间", "the page size is {0} to {1}");

    /// <summary>Nobody is signed in.</summary>
    public static readonly ErrorCode NotSignedIn = Family.Error(6008, "未登录或登录已过期", "not signed in, or the sign-in has expired");

    /// <summary>The account may not do this.</summary>
    public static readonly ErrorCode NotAllowed = Family.Error(6009, "该账号无权执行此操作", "this account may not do this");

    /// <summary>There is no such code table or division.</summary>
    public static readonly ErrorCode UnknownCode = Family.Error(6010, "没有该代码表或代码", "there is no such code table or code");

    /// <summary>The stated purpose is too long; {0} is the limit in characters.</summary>
    public static readonly ErrorCode PurposeTooLong = Family.Error(6011, "目的超过 {0} 个字符", "the purpose is longer than {0} characters");

    /// <summary>Too many requests.</summary>
    public static readonly ErrorCode TooManyRequests = Family.Error(6012, "请求过于频繁，请稍后再试", "too many requests; try again later");
}
