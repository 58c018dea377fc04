namespace NewCitizen.Services;

/// <summary>Something still to be handed in (需补正的材料).</summary>
/// <param name="Alternative">The group of papers of which one is enough; null for a single paper.</param>
/// <param name="AnyOf">The paper, or the papers of the group; one is enough.</param>
public sealed record MissingPaper(string? Alternative, IReadOnlyList<ServiceMaterial> AnyOf);
