using NewCitizen.Storage;

namespace NewCitizen.Privacy;

/// <summary>
/// Where a protected value stands. Authenticated with it (AAD), so that a value cannot be moved to another agency, kind, record,
/// field or place in a list, nor be read as if it were of another schema version.
/// </summary>
/// <param name="Record">The record the value belongs to.</param>
/// <param name="Field">Name of the field, 1 to 64 ASCII characters. Part of the stored value for ever: never rename it.</param>
/// <param name="SchemaVersion">Version of the shape of the record's body.</param>
/// <param name="Occurrence">Place among several values of the same field in one record, from 0.</param>
public readonly record struct FieldContext(RecordKey Record, string Field, int SchemaVersion = 1, int Occurrence = 0);
