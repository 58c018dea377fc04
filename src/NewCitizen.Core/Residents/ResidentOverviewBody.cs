using System.Text.Json.Serialization;
using NewCitizen.Storage.Records;
using NodaTime;

namespace NewCitizen.Residents;

/// <summary>
/// The part of <see cref="ResidentBody"/> an overview shows: addresses, employers, dates of birth and extensions stay encrypted. Every value of a
/// protected field that is read here is read whole, in its order, because a value is bound to its place among those of its field: so
/// the coded properties are here that the overview itself does not show.
/// </summary>
internal sealed class ResidentOverviewBody
{
    public Guid? MergedInto { get; set; }

    public string? HandedOverTo { get; set; }

    public ResidentBody.CodedBody? Ethnicity { get; set; }

    public ResidentBody.CodedBody? MaritalStatus { get; set; }

    public ResidentBody.CodedBody? PoliticalStatus { get; set; }

    public ResidentBody.CodedBody? InflowReason { get; set; }

    public required List<ResidentBody.NameBody> Names { get; set; }

    public required List<ResidentBody.DocumentBody> Documents { get; set; }

    public List<ResidentBody.PhoneBody>? Phones { get; set; }

    public List<DivisionBody>? Origins { get; set; }

    public List<ResidentBody.DatedCodeBody>? Educations { get; set; }

    public List<ResidentBody.RegistrationBody>? Registrations { get; set; }

    public required string Channel { get; set; }

    public string? Reference { get; set; }

    public required LocalDate OpenedOn { get; set; }

    internal sealed class DivisionBody
    {
        public LocalDate? Until { get; set; }

        public string? Division { get; set; }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(LocalDateJsonConverter)])]
[JsonSerializable(typeof(ResidentOverviewBody))]
#pragma warning disable MA0048 // The generated context belongs to the body above.
internal sealed partial class ResidentOverviewJson : JsonSerializerContext;
#pragma warning restore MA0048
