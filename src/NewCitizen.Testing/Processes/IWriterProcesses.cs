using System.Diagnostics;
using NewCitizen.Testing.Conformance;

namespace NewCitizen.Testing.Processes;

/// <summary>
/// Lets the kit write to a store from other processes (子进程) and kill them. The program that is started opens the data of the store
/// with <see cref="KitKinds.All"/> and runs <see cref="WriterWork.RunAsync"/> on the arguments that the kit appends.
/// </summary>
public interface IWriterProcesses
{
    /// <summary>How to start the program for a store; the kit appends its own arguments behind the given ones.</summary>
    /// <param name="store">A store of the fixture, whose data the program opens.</param>
    ProcessStartInfo Command(StoreUnderTest store);

    /// <summary>Closes a store in this process and keeps its data, so that a store for one process can be written to by another. The kit reopens it afterwards.</summary>
    /// <param name="store">A store of the fixture.</param>
    ValueTask CloseAsync(StoreUnderTest store);
}
