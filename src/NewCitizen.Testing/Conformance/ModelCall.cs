namespace NewCitizen.Testing.Conformance;

/// <summary>What a step of the model test calls.</summary>
internal enum ModelCall
{
    Batch,
    Query,
    Load,
    Purge,
    Trim,
    Forget,
}
