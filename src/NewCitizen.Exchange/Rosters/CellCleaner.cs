using System.Buffers;
using System.Globalization;
using NewCitizen.Errors;
using NewCitizen.Exchange.Tables;
using NodaTime;
using NodaTime.Text;

namespace NewCitizen.Exchange.Rosters;

/// <summary>Cleans one cell as its field asks (按字段清理).</summary>
public static class CellCleaner
{
    /// <summary>Digits a spreadsheet keeps of a number (IEEE 754 double).</summary>
    private const int TrueDigits = 15;

    private static readonly SearchValues<char> s_phoneCharacters = SearchValues.Create("0123456789-()");

    /// <summary>Characters of the longest text any field takes.</summary>
    internal const int MaxText = 4000;

    /// <summary>Cleans a cell; what is wrong with it is in <see cref="RosterCell.Problem"/>.</summary>
    /// <param name="cell">The cell as in the file.</param>
    /// <param name="field">The field of its column; <see langword="null"/> for additional information.</param>
    public static RosterCell Clean(TableCell cell, RosterField? field)
    {
        var text = CellText.Clean(cell.Text);
        if (text.Length == 0) return RosterCell.Empty;
        if (text.Length > MaxText) return new RosterCell(cell.Kind, text[..MaxText], Problem: RosterErrors.TextTooLong);
        if (cell.Kind == CellKind.Error) return new RosterCell(cell.Kind, text, Problem: RosterErrors.SpreadsheetError);
        if (text.Contains('\uFFFD', StringComparison.Ordinal)) return new RosterCell(cell.Kind, text, Problem: RosterErrors.DamagedText);
        var result = field switch
        {
            RosterField.DocumentNumber => Number(cell, text),
            RosterField.BirthDate or RosterField.RegistrationDate or RosterField.MoveInDate => Date(cell, text),
            RosterField.Phone => Phone(cell, text),
            _ => Words(cell, text),
        };
        return result.Problem is null && cell.Kind == CellKind.Text && Formula(result.Text, field) is { } formula ? result with { Problem = formula } : result;
    }

    private static RosterCell Number(TableCell cell, string text)
    {
        text = WithoutBlanks(CellText.FoldWidth(text));
        if (CellText.IsScientific(text)) return new RosterCell(cell.Kind, text, Problem: RosterErrors.NumberDamaged);
        return cell.Kind switch
        {
            CellKind.Text => new RosterCell(cell.Kind, text),
            CellKind.Number when text.Length <= TrueDigits && !text.AsSpan().ContainsAnyExceptInRange('0', '9') => new RosterCell(cell.Kind, text, Problem: RosterErrors.NumberStoredAsNumber),
            CellKind.Number => new RosterCell(cell.Kind, text, Problem: RosterErrors.NumberDamaged),
            _ => new RosterCell(cell.Kind, text, Problem: RosterErrors.WrongCellType),
        };
    }

    private static RosterCell Phone(TableCell cell, string text)
    {
        text = WithoutBlanks(CellText.FoldWidth(text));
        return cell.Kind switch
        {
            // Spreadsheets may write eleven digits as 1.3812345678E10, which is exact.
            CellKind.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 1e15 && value == Math.Floor(value) =>
                new RosterCell(cell.Kind, value.ToString("F0", CultureInfo.InvariantCulture)),
            CellKind.Number or CellKind.Date or CellKind.Boolean => new RosterCell(cell.Kind, text, Problem: RosterErrors.WrongCellType),
            _ => new RosterCell(cell.Kind, text),
        };
    }

    private static RosterCell Date(TableCell cell, string text)
    {
        if (cell.Kind == CellKind.Boolean) return new RosterCell(cell.Kind, text, Problem: RosterErrors.WrongCellType);
        if (cell.Kind == CellKind.Date)
        {
            return cell.Date is { Date.Year: >= 1850 and <= 2199 } date
                ? new RosterCell(cell.Kind, Iso(date.Date), date.Date)
                : new RosterCell(cell.Kind, text, Problem: RosterErrors.DateInvalid);
        }

        text = CellText.FoldWidth(text);
        return CellDate.TryParse(text, out var parsed, out var error) ? new RosterCell(cell.Kind, text, parsed) : new RosterCell(cell.Kind, text, Problem: error);
    }

    // A date in a text column (某些备注) is written out as a date: its day number would mean nothing to anybody.
    private static RosterCell Words(TableCell cell, string text) => cell.Kind == CellKind.Date && cell.Date is { } date
        ? new RosterCell(cell.Kind, Iso(date.Date))
        : new RosterCell(cell.Kind, CellText.FoldLettersAndDigits(text));

    private static ErrorCode? Formula(string text, RosterField? field)
    {
        if (!CellText.IsFormulaLike(text)) return null;
        return field switch
        {
            RosterField.Phone => text[0] == '+' && text.AsSpan(1).IndexOfAnyExcept(s_phoneCharacters) < 0 ? null : RosterErrors.FormulaText,
            RosterField.HukouAddress or RosterField.CurrentAddress or RosterField.Employer or RosterField.Remark or RosterField.NativePlace
                or RosterField.SequenceNumber or null => RosterErrors.FormulaLikeText,
            _ => RosterErrors.FormulaText,
        };
    }

    private static string WithoutBlanks(string text) => text.Contains(' ', StringComparison.Ordinal) ? text.Replace(" ", string.Empty, StringComparison.Ordinal) : text;

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
