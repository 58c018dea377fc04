using System.Text.Json.Serialization;
using NewCitizen.Privacy;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>Stored form of a resident's file, apart from its columns. Personal values are encrypted one by one. Names here are for ever.</summary>
internal sealed class ResidentBody
{
    public Guid? MergedInto { get; set; }

    public string? HandedOverTo { get; set; }

    [JsonConverter(typeof(BirthDateConverter))]
    public string? BirthDate { get; set; }

    public CodedBody? Ethnicity { get; set; }

    public CodedBody? MaritalStatus { get; set; }

    public CodedBody? PoliticalStatus { get; set; }

    public CodedBody? InflowReason { get; set; }

    public required List<NameBody> Names { get; set; }

    public required List<DocumentBody> Documents { get; set; }

    public List<PhoneBody>? Phones { get; set; }

    public List<OriginBody>? Origins { get; set; }

    public List<DatedCodeBody>? Educations { get; set; }

    public List<EmploymentBody>? Employments { get; set; }

    public List<RelationBody>? Relations { get; set; }

    public List<RegistrationBody>? Registrations { get; set; }

    public List<MergedFileBody>? MergedFiles { get; set; }

    public List<ExtensionBody>? Extensions { get; set; }

    public required string Channel { get; set; }

    public string? Reference { get; set; }

    public required LocalDate OpenedOn { get; set; }

    internal abstract class DatedBody
    {
        public LocalDate Since { get; set; }

        public LocalDate? Until { get; set; }

        public Guid? MergedFrom { get; set; }
    }

    internal sealed class NameBody : DatedBody
    {
        [JsonConverter(typeof(NameConverter))]
        public required string Name { get; set; }
    }

    internal sealed class DocumentBody : DatedBody
    {
        public required string Kind { get; set; }

        [JsonConverter(typeof(NumberConverter))]
        public required string Number { get; set; }

        public string? Country { get; set; }

        public LocalDate? ValidFrom { get; set; }

        public LocalDate? ValidUntil { get; set; }
    }

    internal sealed class PhoneBody : DatedBody
    {
        [JsonConverter(typeof(PhoneConverter))]
        public required string Phone { get; set; }
    }

    internal sealed class OriginBody : DatedBody
    {
        [JsonConverter(typeof(OriginConverter))]
        public required string Address { get; set; }

        public string? Division { get; set; }
    }

    internal sealed class CodedBody
    {
        public string? Code { get; set; }

        [JsonConverter(typeof(RawCodeConverter))]
        public string? Raw { get; set; }
    }

    internal sealed class DatedCodeBody : DatedBody
    {
        public required CodedBody Value { get; set; }
    }

    internal sealed class EmploymentBody : DatedBody
    {
        [JsonConverter(typeof(EmployerConverter))]
        public required string Employer { get; set; }

        public string? EmployerCode { get; set; }

        public string? Occupation { get; set; }
    }

    internal sealed class RelationBody : DatedBody
    {
        public Guid Other { get; set; }

        public required string Code { get; set; }
    }

    internal sealed class RegistrationBody : DatedBody
    {
        public Guid Id { get; set; }

        public Guid Address { get; set; }

        public Guid? Room { get; set; }

        public LocalDate? RegisteredOn { get; set; }

        public CodedBody? DwellingType { get; set; }

        public required string Channel { get; set; }

        public string? Reference { get; set; }
    }

    internal sealed class MergedFileBody : DatedBody
    {
        public Guid File { get; set; }
    }

    internal sealed class ExtensionBody
    {
        public required string Key { get; set; }

        [JsonConverter(typeof(ExtensionConverter))]
        public required string Value { get; set; }
    }

    internal sealed class BirthDateConverter() : ProtectedStringConverter("birth_date");

    internal sealed class NameConverter() : ProtectedStringConverter("names.name");

    internal sealed class NumberConverter() : ProtectedStringConverter("documents.number");

    internal sealed class PhoneConverter() : ProtectedStringConverter("phones.phone");

    internal sealed class OriginConverter() : ProtectedStringConverter("origins.address");

    internal sealed class EmployerConverter() : ProtectedStringConverter("employments.employer");

    internal sealed class RawCodeConverter() : ProtectedStringConverter("coded.raw");

    internal sealed class ExtensionConverter() : ProtectedStringConverter("extensions.value");
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(ResidentBody))]
#pragma warning disable MA0048 // The generated context belongs to the body above.
internal sealed partial class ResidentJson : JsonSerializerContext;
#pragma warning restore MA0048
