namespace NewCitizen.Core.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TempDirectory : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newcitizen-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
