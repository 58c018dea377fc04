using NewCitizen.TestServers.Processes;

namespace NewCitizen.Faults.Drills;

/// <summary>A file system in memory of a given size, which can grow. Needs root.</summary>
internal sealed class SmallDisk : IDisposable
{
    public static bool IsPossible => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    public SmallDisk(string folder, int megabytes)
    {
        Folder = Directory.CreateDirectory(folder).FullName;
        Command.Run(["mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={megabytes}m,mode=1777"), "tmpfs", Folder]);
    }

    public string Folder { get; }

    public bool IsFull => new DriveInfo(Folder).AvailableFreeSpace < 256 * 1024;

    public void Grow(int megabytes) => Command.Run(["mount", "-o", FormattableString.Invariant($"remount,size={megabytes}m"), Folder]);

    public void Dispose() => Command.Run(["umount", "-l", Folder]);
}
