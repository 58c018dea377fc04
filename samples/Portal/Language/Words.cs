using System.Globalization;

namespace Portal.Language;

/// <summary>Texts of the pages, both languages side by side, so that none is ever missing.</summary>
public static class Words
{
    public static bool IsChinese => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh";

    public static string T(string chinese, string english) => IsChinese ? chinese : english;
}
