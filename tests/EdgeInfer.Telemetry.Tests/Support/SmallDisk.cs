using System.Diagnostics;

namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>A file system in memory of a given size. Only root may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public static SmallDisk OrSkip(string path, int kilobytes)
    {
        Directory.CreateDirectory(path);
        if (!Ran("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size={kilobytes}k"), "none", path))
            Assert.Skip("mount: this user can't mount a small disk");
        return new SmallDisk(path);
    }

    /// <summary>Files that are open can still be written; nothing is made or deleted.</summary>
    public void MakeReadOnly()
    {
        // Over itself: a file that is open for writing keeps the disk proper from it.
        if (!Ran("mount", "--bind", Path, Path) || !Ran("mount", "-o", "remount,bind,ro", Path))
            Assert.Skip("mount: this system can't make a disk read-only that is in use");
    }

    public void Dispose()
    {
        while (Ran("umount", "-l", Path))
        {
        }
    }

    private static bool Ran(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
