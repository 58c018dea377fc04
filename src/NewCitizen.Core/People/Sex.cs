namespace NewCitizen.People;

/// <summary>Sex (性别); the values are the codes of GB/T 2261.1-2003.</summary>
public enum Sex
{
    /// <summary>Unknown (未知的性别).</summary>
    Unknown = 0,

    /// <summary>Male (男性).</summary>
    Male = 1,

    /// <summary>Female (女性).</summary>
    Female = 2,

    /// <summary>Not stated (未说明的性别).</summary>
    NotStated = 9,
}
