using NewCitizen.Appointments;
using NewCitizen.AspNetCore.Endpoints;
using NewCitizen.Residents;

namespace NewCitizen.AspNetCore.Contracts;

/// <summary>Whom an appointment is for (预约人).</summary>
/// <param name="Name">Name as typed.</param>
/// <param name="Document">Identity document.</param>
/// <param name="Phone">Mobile number; absent for none.</param>
public sealed record BookerRequest(string Name, DocumentRequest Document, string? Phone = null)
{
    /// <summary>The kind of document only.</summary>
    public override string ToString() => Document.ToString();

    internal StatedPerson State() => new()
    {
        Name = Name,
        Document = new StatedDocument { Number = Document.Number, Kind = Document.Kind, Country = Document.Country, ValidFrom = Document.ValidFrom.ToLocal(), ValidUntil = Document.ValidUntil.ToLocal() },
        Phone = Phone,
    };
}
