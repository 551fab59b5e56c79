namespace EdgeInfer.Tests.Support.Emulation;

/// <summary>A processor that the emulator acts as, and what its /proc/cpuinfo says: ONNX Runtime chooses by it.</summary>
/// <param name="Name">As the emulator calls it.</param>
/// <param name="Board">Where it is found.</param>
public sealed record GuestProcessor(string Name, string Board, string Part, string Features)
{
    public static IReadOnlyList<GuestProcessor> All { get; } =
    [
        new("cortex-a72", "Raspberry Pi 4", "0xd08", "fp asimd evtstrm crc32 cpuid"),
        new(
            "cortex-a76", "Raspberry Pi 5", "0xd0b",
            "fp asimd evtstrm aes pmull sha1 sha2 crc32 atomics fphp asimdhp cpuid asimdrdm lrcpc dcpop asimddp"),
    ];

    /// <summary>A root of its own for the emulator: the arm64 libraries, and this processor's cpuinfo.</summary>
    public string MakeRoot(string libraries, string folder)
    {
        var root = Path.Combine(folder, Name);
        var proc = Directory.CreateDirectory(Path.Combine(root, "proc"));
        foreach (var entry in Directory.GetDirectories(libraries).Where(path => Path.GetFileName(path) != proc.Name))
            Directory.CreateSymbolicLink(Path.Combine(root, Path.GetFileName(entry)), entry);
        File.WriteAllText(
            Path.Combine(proc.FullName, "cpuinfo"),
            $"processor\t: 0\nFeatures\t: {Features}\nCPU implementer\t: 0x41\nCPU architecture: 8\nCPU variant\t: "
            + $"0x0\nCPU part\t: {Part}\nCPU revision\t: 3\n\n");
        return root;
    }
}
