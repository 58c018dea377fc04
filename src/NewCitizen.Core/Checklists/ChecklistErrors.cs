using NewCitizen.Errors;

namespace NewCitizen.Checklists;

/// <summary>What can be wrong with checklists and their files (NC285x to NC286x).</summary>
public static class ChecklistErrors
{
    internal static readonly ErrorFamily Family = new(2850, 2869);

    /// <summary>The file is not JSON of the expected form, or holds more than 50 lists or 100 items in one.</summary>
    public static readonly ErrorCode Unreadable = Family.Error(2850, "清单文件无法读取，或有未知的项", "the file of checklists cannot be read or has an unknown member");

    /// <summary>A code of a wrong form.</summary>
    public static readonly ErrorCode CodeInvalid = Family.Error(2851, "代码须为1至40个小写字母、数字或连字符", "a code has 1 to 40 lower-case letters, digits or hyphens");

    /// <summary>A code given twice; {0} is the code.</summary>
    public static readonly ErrorCode CodeTwice = Family.Error(2852, "代码{0}重复", "the code {0} is given twice");

    /// <summary>A list or item without a name, or with a text too long.</summary>
    public static readonly ErrorCode TextInvalid = Family.Error(2853, "名称为空或文字超过{0}个字符", "a name is missing or a text is longer than {0} characters");

    /// <summary>What a list is about is not a word that is known.</summary>
    public static readonly ErrorCode SubjectUnknown = Family.Error(2854, "清单对象须为 person 或 home", "a checklist is about a person or a home");

    /// <summary>A list without items.</summary>
    public static readonly ErrorCode NoItems = Family.Error(2855, "清单没有项目", "the checklist has no items");

    /// <summary>The list is not configured.</summary>
    public static readonly ErrorCode TemplateMissing = Family.Error(2860, "没有设置该清单", "no such checklist is configured");

    /// <summary>The list has no such item.</summary>
    public static readonly ErrorCode ItemMissing = Family.Error(2861, "清单中没有该项目", "the checklist has no such item");

    /// <summary>The person or home is not there.</summary>
    public static readonly ErrorCode SubjectMissing = Family.Error(2862, "没有该人员或房屋", "there is no such person or home");

    /// <summary>A note is too long, or there is no reason where one is needed.</summary>
    public static readonly ErrorCode NoteInvalid = Family.Error(2863, "说明为空或超过{0}个字符", "the note is empty or longer than {0} characters");

    /// <summary>The item is not ticked.</summary>
    public static readonly ErrorCode NotTicked = Family.Error(2864, "该项目尚未完成", "the item is not done");
}
