namespace NewCitizen.Cases;

/// <summary>Where the follow-up of a negative rating is (差评整改状态).</summary>
public enum FollowUpState
{
    /// <summary>待回访.</summary>
    Open,

    /// <summary>已回访: the rater was called.</summary>
    CalledBack,

    /// <summary>已整改: what was wrong was put right.</summary>
    Fixed,

    /// <summary>已解释: what was asked for has no basis, and the rater was told so.</summary>
    Explained,

    /// <summary>申诉成立: the rating was wrong or malicious and does not count.</summary>
    Discarded,
}
