using NewCitizen.Errors;

namespace NewCitizen.Hosting;

/// <summary>What stops a host from starting (NC7000–NC7009).</summary>
public static class HostingErrors
{
    internal static readonly ErrorFamily Family = new(7000, 7009);

    /// <summary>A piece was not registered.</summary>
    public static readonly ErrorCode PieceMissing = Family.Error(
        7000, "缺少{0}：请引用程序包{1}并调用AddNewCitizen().{2}", "{0} is missing: reference package {1} and call AddNewCitizen().{2}");
}
