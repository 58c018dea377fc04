namespace NewCitizen.Core.Tests.Residents.Claims;

/// <summary>What stands for the death of a process: nobody catches it.</summary>
public sealed class Killed() : Exception("The process is gone.");
