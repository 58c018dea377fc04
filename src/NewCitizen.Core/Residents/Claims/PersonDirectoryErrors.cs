using NewCitizen.Errors;

namespace NewCitizen.Residents.Claims;

/// <summary>What the person directory can refuse (NC2080–NC2099, 人员目录). None of them tells more of a person than that somebody else keeps the file.</summary>
public static class PersonDirectoryErrors
{
    internal static readonly ErrorFamily Family = new(2080, 2099);

    /// <summary>The person is on file at another agency.</summary>
    public static readonly ErrorCode KnownElsewhere = Family.Error(2080, "该人员已在其他机构建档，请办理档案移交", "the person is on file at another agency; ask for the file to be handed over");

    /// <summary>The person is on file at another agency, which may be named; {0} is its id.</summary>
    public static readonly ErrorCode KnownAtAgency = Family.Error(2081, "该人员已在机构{0}建档，请办理档案移交", "the person is on file at agency {0}; ask for the file to be handed over");

    /// <summary>Another agency is registering the person at this moment.</summary>
    public static readonly ErrorCode BeingRegistered = Family.Error(2082, "其他机构正在登记该人员，请稍后再试", "another agency is registering the person; retry in a few minutes");

    /// <summary>The file was handed over to another agency.</summary>
    public static readonly ErrorCode FileHandedOver = Family.Error(2083, "该档案已移交其他机构", "the file was handed over to another agency");

    /// <summary>Only a file that was handed over can be taken back.</summary>
    public static readonly ErrorCode NotHandedOver = Family.Error(2084, "该档案未移交，无法收回", "the file was not handed over; there is nothing to take back");

    /// <summary>Hand-over needs the person directory and another agency.</summary>
    public static readonly ErrorCode CannotHandOver = Family.Error(2085, "不能移交：未启用人员目录，或目标机构无效", "the file cannot be handed over: there is no person directory, or the agency is the same");
}
