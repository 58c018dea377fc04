namespace NewCitizen.Hosting;

/// <summary>Makes new record ids. Injected, so that tests and seeded data repeat.</summary>
public interface IIdGenerator
{
    /// <summary>A new id that no other call ever returns. Ids of one process rise with time.</summary>
    Guid Next();
}
