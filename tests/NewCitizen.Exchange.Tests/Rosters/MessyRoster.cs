using System.Globalization;
using System.Text;
using NewCitizen.Errors;

namespace NewCitizen.Exchange.Tests.Rosters;

/// <summary>
/// A made-up roster with every fault offices are known for, in known numbers: GB18030 CSV with title rows, headings in
/// any order, blank rows and headings printed again. Deterministic by seed. All people are invented; check digits are right.
/// </summary>
public sealed class MessyRoster
{
    private static readonly string[] s_regions = ["120101", "130102", "370102", "410102", "320102", "510104"];
    private static readonly string[] s_surnames = ["张", "王", "李", "赵", "刘", "陈", "杨", "欧阳"];
    private static readonly string[] s_given = ["伟", "芳", "秀英", "建国", "丽娜", "志强", "晓梅", "海燕"];
    private static readonly MessyFault[] s_cycle = MakeCycle();

    private readonly Random _random;
    private readonly StringBuilder _csv = new();
    private readonly List<MessyRow> _rows = [];
    private readonly (string Heading, int Key)[] _columns;
    private long _row = 1;
    private long _line = 1;

    private MessyRoster(int seed)
    {
        _random = new Random(seed);
        _columns =
        [
            ("序号", 0), ("姓 名*", 1), ("性别", 2), ("民族", 3), ("出生日期", 4), ("证件类型", 5), ("公民身份号码（必填）", 6), ("手机号", 7),
            ("户籍所在地", 8), ("现居住地址", 9), ("登记时间", 10), ("工作单位", 11), ("学历", 12), ("备注", 13), ("片区", 14),
        ];
        _random.Shuffle(_columns);
    }

    /// <summary>The file.</summary>
    public byte[] Bytes { get; private set; } = [];

    /// <summary>The file as text.</summary>
    public string Text => _csv.ToString();

    /// <summary>The rows that count as read, in order.</summary>
    public IReadOnlyList<MessyRow> Rows => _rows;

    public int Read => _rows.Count;

    public int Accepted => _rows.Count(row => row.Fate == MessyFate.Accepted);

    public int Refused => _rows.Count(row => row.Fate == MessyFate.Refused);

    public int Duplicates => _rows.Count(row => row.Fate == MessyFate.Duplicate);

    /// <summary>Makes a roster of so many rows that count.</summary>
    public static MessyRoster Make(int rows, int seed = 1)
    {
        var roster = new MessyRoster(seed);
        roster.Line("泰达街道流动人口登记表" + new string(',', 14));
        roster.Line("填报单位：第一社区,,,日期：2026-11-01" + new string(',', 11));
        roster.Heading();
        string[]? clean = null;
        for (var i = 0; i < rows; i++)
        {
            if (i % 97 == 50) roster.Line(new string(',', 14));
            if (i % 211 == 100) roster.Line(string.Empty);
            if (i % 500 == 499) roster.Heading();
            var fault = s_cycle[i % s_cycle.Length];
            if (fault == MessyFault.RepeatedRow && clean is not null)
            {
                roster.Add((string[])clean.Clone(), i, fault, clean[1], clean[6]);
                continue;
            }

            var person = roster.Person(i);
            if (fault is MessyFault.None or MessyFault.RepeatedRow) (fault, clean) = (MessyFault.None, (string[])person.Clone());
            var (name, number) = (person[1], person[6]);
            if (fault == MessyFault.FifteenDigits) number = number[..6] + number[8..17];
            if (fault == MessyFault.FourByteCharacter) name += "\U00020BB7";
            Damage(person, fault);
            roster.Add(person, i, fault, name, number);
        }

        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;
        roster.Bytes = gb18030.GetBytes(roster._csv.ToString());
        return roster;
    }

    /// <summary>The check digit of GB 11643 (ISO 7064 MOD 11-2) for 17 digits.</summary>
    public static char CheckDigit(string digits)
    {
        var sum = 0;
        foreach (var c in digits)
        {
            sum = (sum + (c - '0')) * 2 % 11;
        }

        return "10X98765432"[sum % 11];
    }

    private static MessyFault[] MakeCycle()
    {
        var cycle = new List<MessyFault>();
        foreach (var fault in Enum.GetValues<MessyFault>())
        {
            cycle.Add(MessyFault.None);
            cycle.Add(fault);
        }

        return [.. cycle];
    }

    private static (MessyFate Fate, ErrorCode? Code) Expected(MessyFault fault) => fault switch
    {
        MessyFault.FormulaInRemark => (MessyFate.Accepted, RosterErrors.FormulaLikeText),
        MessyFault.DamagedNumber => (MessyFate.Refused, RosterErrors.NumberDamaged),
        MessyFault.WrongCheckDigit => (MessyFate.Refused, null),
        MessyFault.TwoDigitYear => (MessyFate.Refused, RosterErrors.DateTwoDigitYear),
        MessyFault.DateWithoutDay => (MessyFate.Refused, RosterErrors.DateIncomplete),
        MessyFault.NoSuchDate => (MessyFate.Refused, RosterErrors.DateInvalid),
        MessyFault.FormulaName => (MessyFate.Refused, RosterErrors.FormulaText),
        MessyFault.BlankName or MessyFault.BlankNumber => (MessyFate.Refused, RosterErrors.RequiredBlank),
        MessyFault.RepeatedRow => (MessyFate.Duplicate, null),
        _ => (MessyFate.Accepted, null),
    };

    // Nobody shares a number: birth date and sequence come from the index alone. All were born before 2000, so 15 digits can say it.
    private string[] Person(int index)
    {
        var birth = new DateOnly(1960, 1, 1).AddDays(index % 12_000);
        var male = _random.Next(2) == 0;
        var sequence = (2 * (index / 12_000)) + (male ? 11 : 12);
        var digits = s_regions[_random.Next(s_regions.Length)] + birth.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + sequence.ToString("D3", CultureInfo.InvariantCulture);
        return
        [
            string.Empty,
            s_surnames[_random.Next(s_surnames.Length)] + s_given[_random.Next(s_given.Length)],
            male ? "男" : "女",
            _random.Next(10) == 0 ? "回族" : "汉族",
            birth.ToString("yyyy/M/d", CultureInfo.InvariantCulture),
            "居民身份证",
            digits + CheckDigit(digits),
            "13" + _random.Next(100_000_000, 1_000_000_000).ToString(CultureInfo.InvariantCulture),
            $"河南省郑州市中原区建设路{_random.Next(1, 300)}号",
            $"天津市滨海新区第三大街{_random.Next(1, 60)}号{_random.Next(1, 20)}门{_random.Next(101, 999)}",
            $"2026-{_random.Next(1, 10):D2}-{_random.Next(1, 28):D2}",
            "示例电子有限公司",
            _random.Next(2) == 0 ? "大专" : "初中",
            string.Empty,
            $"第{_random.Next(1, 9)}片区",
        ];
    }

    private static void Damage(string[] cells, MessyFault fault)
    {
        var birth = DateOnly.ParseExact(cells[4], "yyyy/M/d", CultureInfo.InvariantCulture);
        string Birth(string format) => birth.ToString(format, CultureInfo.InvariantCulture);
        switch (fault)
        {
            case MessyFault.FullWidthNumber: cells[6] = string.Concat(cells[6].Select(c => (char)(c + 0xFEE0))); break;
            case MessyFault.LeadingApostrophe: cells[6] = "'" + cells[6]; break;
            case MessyFault.TrailingBlanks: (cells[6], cells[1]) = (cells[6] + "  ", cells[1] + "\u3000"); break;
            case MessyFault.InvisibleCharacters: (cells[6], cells[1]) = ("\u00A0" + cells[6], "\u200B" + cells[1]); break;
            case MessyFault.FifteenDigits: cells[6] = cells[6][..6] + cells[6][8..17]; break;
            case MessyFault.ChineseDate: cells[4] = Birth("yyyy年M月d日"); break;
            case MessyFault.CompactDate: cells[4] = Birth("yyyyMMdd"); break;
            case MessyFault.DottedDate: cells[4] = Birth("yyyy.M.d"); break;
            case MessyFault.SerialDate: cells[4] = (birth.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture); break;
            case MessyFault.DateWithTime: cells[4] = Birth("yyyy-MM-dd") + " 00:00:00"; break;
            case MessyFault.FourByteCharacter: cells[1] += "\U00020BB7"; break;
            case MessyFault.LineBreakInRemark: cells[13] = "两人合住\n月底搬走"; break;
            case MessyFault.QuotedComma: cells[13] = "押一付三,\"整租\""; break;
            case MessyFault.FormulaInRemark: cells[13] = "=HYPERLINK(\"http://example.invalid\")"; break;
            case MessyFault.PhoneWithCountryCode: cells[7] = "+86" + cells[7]; break;
            case MessyFault.DamagedNumber: cells[6] = $"{cells[6][0]}.{cells[6][1..6]}E+17"; break;
            case MessyFault.WrongCheckDigit: cells[6] = cells[6][..17] + (cells[6][17] == '1' ? '2' : '1'); break;
            case MessyFault.TwoDigitYear: cells[4] = Birth("yy/M/d"); break;
            case MessyFault.DateWithoutDay: cells[4] = Birth("yyyy年M月"); break;
            case MessyFault.NoSuchDate: cells[4] = Birth("yyyy") + "/2/30"; break;
            case MessyFault.FormulaName: cells[1] = "=cmd|'/c calc'!A1"; break;
            case MessyFault.BlankName: cells[1] = " "; break;
            case MessyFault.BlankNumber: cells[6] = string.Empty; break;
            default: break;
        }
    }

    private void Add(string[] cells, int index, MessyFault fault, string name, string number)
    {
        cells[0] = (index + 1).ToString(CultureInfo.InvariantCulture);
        var (fate, code) = Expected(fault);
        _rows.Add(new MessyRow(_row, _line, fault, fate, code, name, number));
        Line(string.Join(',', _columns.Select(column => Quote(cells[column.Key]))));
    }

    private void Heading() => Line(string.Join(',', _columns.Select(column => column.Heading)));

    private void Line(string text)
    {
        _csv.Append(text).Append("\r\n");
        _row++;
        _line += 1 + text.Count(c => c == '\n');
    }

    private static string Quote(string text) => text.AsSpan().IndexOfAny(",\"\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
