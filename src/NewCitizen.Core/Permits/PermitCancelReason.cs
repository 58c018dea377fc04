namespace NewCitizen.Permits;

/// <summary>Why a permit is cancelled (注销原因). Order 663 names none but fraud; local measures do, and an office may name more in words.</summary>
public enum PermitCancelReason
{
    /// <summary>The holder's household is registered here now (已落户, 第十五条).</summary>
    HouseholdMovedHere,

    /// <summary>The holder lives elsewhere for good (已离开居住地).</summary>
    LeftForGood,

    /// <summary>The holder died (死亡).</summary>
    Died,

    /// <summary>Obtained with false papers (骗领, 第十八、十九条).</summary>
    ObtainedByFraud,

    /// <summary>The holder asks for it (本人申请).</summary>
    HolderRequest,

    /// <summary>Issued by mistake (签发有误).</summary>
    IssuedInError,
}
