namespace NewCitizen.Storage;

/// <summary>Who may change the schema when a host starts.</summary>
public enum SchemaMode
{
    /// <summary>Compare and refuse to start on a difference. The default: nothing is changed behind an administrator's back.</summary>
    Validate,

    /// <summary>Create what is missing and run outstanding scripts.</summary>
    Create,
}
