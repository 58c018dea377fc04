using NewCitizen.Rules;

namespace NewCitizen.Collection.Rules;

/// <summary>Local rules the duties to report rest on.</summary>
public static class DutyStatutes
{
    /// <summary>
    /// 天津市流动人口居住登记办事指南 (2022): a guide, not a regulation, read in 2022; the day it was published is not known, so it is taken to hold from the first day
    /// of that year. The regulation behind it was not found.
    /// </summary>
    public static readonly Statute TianjinGuide = new("tianjin-residence-guide", "天津市居住登记办事指南（2022年）", "Tianjin guide to residence registration (2022)", null, new(2022, 1, 1));

    /// <summary>浙江省流动人口居住登记条例, revised 2016: for comparison.</summary>
    public static readonly Statute Zhejiang = new(
        "zhejiang-residence-registration", "浙江省流动人口居住登记条例", "Zhejiang Regulations on Residence Registration of the Floating Population", "浙江省人大常委会公告第39号", new(2016, 7, 1));
}
