using NewCitizen.Errors;

namespace NewCitizen.Residents;

/// <summary>What can be wrong with a resident's file (NC20xx).</summary>
public static class ResidentErrors
{
    internal static readonly ErrorFamily Family = new(2000, 2079);

    /// <summary>The person is on file already.</summary>
    public static readonly ErrorCode AlreadyOnFile = Family.Error(2000, "该证件号码已建档", "a file with this identity number exists already");

    /// <summary>Neither a name nor a number was given.</summary>
    public static readonly ErrorCode DocumentMissing = Family.Error(2001, "缺少证件号码", "an identity document is required");

    /// <summary>A document kind nobody knows.</summary>
    public static readonly ErrorCode UnknownDocumentKind = Family.Error(2002, "证件类型无法识别", "the kind of document is not known");

    /// <summary>Birth date and number disagree.</summary>
    public static readonly ErrorCode BirthDateDiffers = Family.Error(2003, "出生日期与证件号码不一致", "the birth date differs from the one in the number");

    /// <summary>Sex and number disagree.</summary>
    public static readonly ErrorCode SexDiffers = Family.Error(2004, "性别与证件号码不一致", "the sex differs from the one in the number");

    /// <summary>A date lies in the future.</summary>
    public static readonly ErrorCode DateInFuture = Family.Error(2005, "日期晚于今天", "the date lies in the future");

    /// <summary>A stay before the birth.</summary>
    public static readonly ErrorCode BeforeBirth = Family.Error(2006, "日期早于出生日期", "the date lies before the birth");

    /// <summary>The stay overlaps one at the same address.</summary>
    public static readonly ErrorCode StayExists = Family.Error(2007, "该地址已有未结束的居住登记", "a stay at this address is already open");

    /// <summary>The stay has ended already or is not there.</summary>
    public static readonly ErrorCode StayNotOpen = Family.Error(2008, "没有该居住登记或已结束", "there is no such open stay");

    /// <summary>A period ends before it begins.</summary>
    public static readonly ErrorCode PeriodReversed = Family.Error(2009, "结束日期早于开始日期", "the period ends before it begins");

    /// <summary>A file cannot be merged with itself or twice.</summary>
    public static readonly ErrorCode CannotMerge = Family.Error(2010, "不能合并：同一档案或已被合并", "these files cannot be merged: same file, or merged before");

    /// <summary>There is no merge to undo.</summary>
    public static readonly ErrorCode NotMerged = Family.Error(2011, "该档案未被合并，无法撤销", "the file is not merged; there is nothing to undo");

    /// <summary>A merged file is read-only.</summary>
    public static readonly ErrorCode FileIsMerged = Family.Error(2012, "档案已合并，不能修改", "the file is merged into another and cannot be changed");

    /// <summary>A code is not in its table.</summary>
    public static readonly ErrorCode UnknownCode = Family.Warning(2013, "{0}的取值不在代码表中，已原样保留", "the value of {0} is not in its code table and is kept as stated");

    /// <summary>A text is too long.</summary>
    public static readonly ErrorCode TextTooLong = Family.Error(2014, "内容超过{0}个字符", "the text is longer than {0} characters");

    /// <summary>The number is on file under another name.</summary>
    public static readonly ErrorCode NameDiffersFromFile = Family.Error(2015, "该证件号码已以另一姓名建档，请核实", "this number is on file under another name; check both");

    /// <summary>The two merged files state different facts.</summary>
    public static readonly ErrorCode MergedFactsDiffer = Family.Warning(2016, "两份档案的{0}不一致，已保留主档案的值", "the two files differ in {0}; the surviving file's value is kept");

    /// <summary>No date of registration is stated.</summary>
    public static readonly ErrorCode RegistrationDateMissing = Family.Warning(2017, "未填登记日期", "no date of registration is stated");

    /// <summary>An extension key is malformed.</summary>
    public static readonly ErrorCode ExtensionInvalid = Family.Error(2018, "扩展项的名称或内容无效", "an extension has an invalid key or value");

    /// <summary>A relation names the person itself or a file that is not there.</summary>
    public static readonly ErrorCode RelationInvalid = Family.Error(2019, "家庭关系指向的档案无效", "the relation names a file that cannot be used");

    /// <summary>Known facts differ from what is stated now.</summary>
    public static readonly ErrorCode StatedFactDiffers = Family.Warning(2020, "{0}与已有档案不一致，档案未改动", "{0} differs from the file; the file was not changed");

    /// <summary>The document's validity has ended.</summary>
    public static readonly ErrorCode DocumentExpired = Family.Warning(2050, "证件已过有效期，请核对是否已换发", "the document has expired; ask whether it was renewed");

    /// <summary>The document's validity begins in the future.</summary>
    public static readonly ErrorCode DocumentNotYetValid = Family.Warning(2051, "证件有效期尚未开始，请核对", "the validity of the document lies in the future");

    /// <summary>An age hardly anybody reaches; {0} is the age in years.</summary>
    public static readonly ErrorCode AgeImplausible = Family.Warning(2052, "年龄超过{0}岁，请核对出生日期", "the person would be older than {0}; check the birth date");

    /// <summary>A registration before there were residence registrations; {0} is the first year.</summary>
    public static readonly ErrorCode RegistrationTooEarly = Family.Warning(2053, "登记日期早于{0}年，请核对", "the date of registration lies before {0}; check it");

    /// <summary>A name in letters on a document that bears Chinese names, or the other way round.</summary>
    public static readonly ErrorCode NameUnusualForDocument = Family.Warning(2054, "姓名的书写文字与证件类型不相称，请核对", "the name is not written as documents of this kind have it; check both");

    /// <summary>A validity that documents of this kind are not given.</summary>
    public static readonly ErrorCode ValidityUnusual = Family.Warning(2055, "证件有效期限与该类证件的规定年限不符，请核对", "documents of this kind are not valid for such a period; check the dates");

    /// <summary>A code of a division that is not in the table.</summary>
    public static readonly ErrorCode DivisionUnknown = Family.Warning(2056, "行政区划代码无法识别，请核对", "the division code is not known; check it");
}
