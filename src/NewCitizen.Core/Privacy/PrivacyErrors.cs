using NewCitizen.Errors;

namespace NewCitizen.Privacy;

/// <summary>What keys and encrypted fields can refuse (NC31xx). Neither keys nor values are ever part of a text.</summary>
public static class PrivacyErrors
{
    internal static readonly ErrorFamily Family = new(3100, 3149);

    /// <summary>There is no key ring file.</summary>
    public static readonly ErrorCode KeyRingMissing = Family.Error(3100, "密钥环文件不存在：{0}", "the key ring file does not exist: {0}");

    /// <summary>Others than the owner may read or write the key ring file.</summary>
    public static readonly ErrorCode KeyRingExposed = Family.Error(3101, "密钥环文件可被其他用户访问，拒绝启动；请执行 chmod 600 {0}", "other users may access the key ring file, refusing to start; run chmod 600 {0}");

    /// <summary>The file is not a key ring.</summary>
    public static readonly ErrorCode KeyRingMalformed = Family.Error(3102, "密钥环文件内容无效：{0}", "the key ring file is malformed: {0}");

    /// <summary>A newer version wrote the key ring.</summary>
    public static readonly ErrorCode KeyRingVersion = Family.Error(3103, "密钥环文件的版本不受支持：{0}", "the version of the key ring file is not supported: {0}");

    /// <summary>Another process writes the key ring, or died while it did.</summary>
    public static readonly ErrorCode KeyRingBusy = Family.Error(3104, "另一进程正在写入密钥环；如确认没有，请删除 {0}", "another process is writing the key ring; if there is none, delete {0}");

    /// <summary>The key ring file cannot be read or written.</summary>
    public static readonly ErrorCode KeyRingUnavailable = Family.Error(3105, "无法读写密钥环文件：{0}", "the key ring file cannot be read or written: {0}");

    /// <summary>A protected value was altered, or moved from another record or field, or belongs to another key ring.</summary>
    public static readonly ErrorCode Altered = Family.Error(3110, "字段 {0} 的密文被改动、移位，或不属于本密钥环", "the protected value of field {0} was altered or moved, or belongs to another key ring");

    /// <summary>The key ring does not hold the key a value was encrypted with.</summary>
    public static readonly ErrorCode UnknownKey = Family.Error(3111, "密钥环中没有第 {0} 号密钥", "the key ring holds no key with number {0}");

    /// <summary>The bytes are not a protected value.</summary>
    public static readonly ErrorCode NotProtected = Family.Error(3112, "字段 {0} 不是受保护的值", "field {0} does not hold a protected value");
}
