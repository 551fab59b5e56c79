using System.Diagnostics;
using System.Globalization;

namespace EdgeInfer.Benchmarks.Outboxes;

/// <summary>What the system writes to the device under a folder, the file system's journal among it; Linux.</summary>
internal sealed class BlockDevice
{
    private const int SectorBytes = 512;

    private readonly string _folder;
    private readonly string _statistics;

    public BlockDevice(string folder)
    {
        _folder = Path.GetFullPath(folder);
        var mount = File.ReadLines("/proc/self/mountinfo")
            .Select(line => line.Split(' '))
            .Where(fields => Path.GetRelativePath(fields[4], _folder) is var below && !below.StartsWith("..", StringComparison.Ordinal))
            .MaxBy(fields => fields[4].Length)!;
        Name = mount[Array.IndexOf(mount, "-") + 2];
        _statistics = $"/sys/dev/block/{mount[2]}/stat";
    }

    public string Name { get; }

    /// <summary>Since the system began, after all that waits has been written. Another's writes count too.</summary>
    public long WrittenBytes()
    {
        using (var sync = Process.Start("sync", ["--file-system", _folder]))
            sync.WaitForExit();
        var fields = File.ReadAllText(_statistics).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return long.Parse(fields[6], CultureInfo.InvariantCulture) * SectorBytes;
    }
}
