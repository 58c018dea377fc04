namespace NewCitizen.Identity;

/// <summary>The kind of a Chinese passport as its number tells (中国护照种类).</summary>
public enum ChinesePassportKind
{
    /// <summary>The number has none of the known Chinese forms.</summary>
    None,

    /// <summary>Ordinary (普通护照): E and 8 digits, E with a letter other than I or O and 7 digits, older G and 8 digits.</summary>
    Ordinary,

    /// <summary>Diplomatic (外交护照): DE and 7 digits.</summary>
    Diplomatic,

    /// <summary>Service (公务护照): SE and 7 digits.</summary>
    Service,

    /// <summary>Public affairs (公务普通护照): PE and 7 digits.</summary>
    PublicAffairs,
}
