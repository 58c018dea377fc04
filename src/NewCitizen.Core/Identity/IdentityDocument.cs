using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NewCitizen.Errors;
using NodaTime;

namespace NewCitizen.Identity;

/// <summary>
/// An identity document (证件): kind, number, issuing country and validity. The number was checked by the rules of the kind and
/// is kept in its normal form. Immutable, thread-safe; equal when all parts are.
/// </summary>
public sealed record IdentityDocument
{
    private const string China = "CHN";

    private readonly string _number;
    private readonly string _matchKey;

    private IdentityDocument(IdentityDocumentKind kind, in CheckedNumber number, string country, LocalDate? validFrom, LocalDate? validUntil)
    {
        Kind = kind;
        _number = number.Full;
        _matchKey = number.MatchKey;
        MaskedNumber = number.Masked;
        IssuingCountry = country;
        ValidFrom = validFrom;
        ValidUntil = validUntil;
    }

    /// <summary>The kind (证件类型).</summary>
    public IdentityDocumentKind Kind { get; }

    /// <summary>The number (证件号码) with its middle hidden, for display.</summary>
    public string MaskedNumber { get; }

    /// <summary>The country or region that issued it (签发国家或地区), ISO 3166 alpha-3; <c>CHN</c> for everything but passports.</summary>
    public string IssuingCountry { get; }

    /// <summary>First day of validity (有效期起); <see langword="null"/> if not recorded.</summary>
    public LocalDate? ValidFrom { get; }

    /// <summary>Last day of validity (有效期止), included; <see langword="null"/> means long-term (长期) or not recorded.</summary>
    public LocalDate? ValidUntil { get; }

    /// <summary>Makes a document, saying why not.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="number">The number as printed on it.</param>
    /// <param name="issuingCountry">ISO 3166 alpha-3 in capitals; needed for a passport, otherwise <see langword="null"/> or <c>CHN</c>.</param>
    /// <param name="validFrom">First day of validity, if known.</param>
    /// <param name="validUntil">Last day of validity; <see langword="null"/> is long-term.</param>
    /// <param name="document">The document.</param>
    /// <param name="error">The first thing wrong: kind, number, country, validity.</param>
    /// <param name="asOf">The last birth date accepted inside a number; <see langword="null"/> means today in China by the system clock.</param>
    public static bool TryCreate(
        IdentityDocumentKind kind,
        ReadOnlySpan<char> number,
        string? issuingCountry,
        LocalDate? validFrom,
        LocalDate? validUntil,
        [NotNullWhen(true)] out IdentityDocument? document,
        [NotNullWhen(false)] out ErrorCode? error,
        LocalDate? asOf = null)
    {
        document = null;
        var country = issuingCountry ?? (kind == IdentityDocumentKind.Passport ? string.Empty : China);
        if (!CheckedNumber.TryRead(kind, number, country, asOf, out var read, out error))
        {
            return false;
        }

        error = country.Length != 3 || country.AsSpan().ContainsAnyExceptInRange('A', 'Z') || (kind != IdentityDocumentKind.Passport && country != China) ? IdentityErrors.IssuingCountry
            : validUntil < validFrom ? IdentityErrors.ValidityOrder
            : null;
        if (error is null)
        {
            document = new IdentityDocument(kind, read, country, validFrom, validUntil);
        }

        return error is null;
    }

    /// <summary>Makes a document.</summary>
    /// <inheritdoc cref="TryCreate"/>
    /// <exception cref="NewCitizenException">Something is wrong; carries the code.</exception>
    public static IdentityDocument Create(
        IdentityDocumentKind kind,
        ReadOnlySpan<char> number,
        string? issuingCountry = null,
        LocalDate? validFrom = null,
        LocalDate? validUntil = null,
        LocalDate? asOf = null) =>
        TryCreate(kind, number, issuingCountry, validFrom, validUntil, out var document, out var error, asOf) ? document : throw new NewCitizenException(error);

    /// <summary>Whether the document is valid on a day; a missing start or end does not limit it.</summary>
    public bool IsValidOn(LocalDate day) => !(day < ValidFrom) && !(day > ValidUntil);

    /// <summary>The number in full and in normal form. A disclosure: callers state a purpose and leave an audit entry.</summary>
    public string RevealNumber() => _number;

    /// <summary>
    /// The key by which two documents of one person meet, to be fed to a keyed blind index and never stored or shown as it is:
    /// <c>citizen:…</c> for citizen numbers and HMT residence permits alike, <c>hm-permit:</c> with the nine lifelong characters,
    /// <c>taiwan-permit:…</c>, <c>foreign-resident:…</c>, <c>foreigner-permit:…</c>, <c>passport:USA:…</c>.
    /// </summary>
    public string ToMatchKey() => _matchKey;

    /// <summary>What is worth a look though the document is accepted: old forms, unknown forms and, with an inspector, the address code.</summary>
    /// <param name="inspector">Checks address codes; in strict mode it may answer with errors.</param>
    public IReadOnlyList<ErrorCode> Inspect(CitizenNumberInspector? inspector = null)
    {
        switch (Kind)
        {
            case IdentityDocumentKind.ForeignPermanentResidentCard when _number.Length == ForeignResidentNumber.OldLength:
                return [IdentityErrors.OldForeignForm];
            case IdentityDocumentKind.TaiwanTravelPermit or IdentityDocumentKind.HongKongMacaoTravelPermit when _number.Length > 9:
                return [IdentityErrors.OldTravelPermitForm];
            case IdentityDocumentKind.Passport when IssuingCountry == China && PassportNumber.Parse(_number).ChineseKind == ChinesePassportKind.None:
                return [IdentityErrors.ChinesePassportForm];
            case IdentityDocumentKind.ResidentIdentityCard or IdentityDocumentKind.TemporaryIdentityCard or IdentityDocumentKind.HouseholdRegister or IdentityDocumentKind.HmtResidencePermit when inspector is not null:
                // Accepted once; a system clock set back must not make reading it fail.
                return CitizenNumber.TryParse(_number, LocalDate.MaxIsoValue, out var citizen, out _) ? inspector.Inspect(citizen) : [];
            default:
                return [];
        }
    }

    /// <summary>Code of the kind, country and masked number, such as <c>111 CHN 120116********0017</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(int)Kind} {IssuingCountry} {MaskedNumber}");
}
