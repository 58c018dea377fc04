using NewCitizen.Storage;
using NewCitizen.Testing.Conformance;
using NewCitizen.Testing.Processes;

namespace CustomStore.Tests;

/// <summary>The kit starts this assembly as another process, lets it write, and kills it. PATH, then what the kit appends.</summary>
internal static class Program
{
    private static async Task Main(string[] args)
    {
        await using var store = LogStoreFixture.Open(args[0], KitKinds.All);
        await store.Schema.PrepareAsync(SchemaMode.Validate, CancellationToken.None);
        await WriterWork.Parse(args).RunAsync(store, Console.Out, CancellationToken.None);
    }
}
