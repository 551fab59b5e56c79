using System.Globalization;
using System.Runtime.InteropServices;

namespace EdgeInfer.Measurement.Machine;

/// <summary>The machine that figures stand on; nothing here identifies a single specimen.</summary>
/// <param name="Processor">Model of the processor, or its architecture where the system does not say.</param>
/// <param name="Board">Model of the board, on Arm boards; null elsewhere.</param>
/// <param name="Architecture">x64, arm64, ...</param>
/// <param name="Cores">Processors that the process may use.</param>
/// <param name="Os">Name and version of the operating system.</param>
/// <param name="MemoryBytes">Physical memory; null where the system does not say.</param>
public sealed record MachineInfo(
    string Processor, string? Board, string Architecture, int Cores, string Os, long? MemoryBytes)
{
    private const string ProcessorFile = "/proc/cpuinfo";
    private const string MemoryFile = "/proc/meminfo";

    /// <summary>The machine that this process runs on.</summary>
    public static MachineInfo Read()
    {
        var architecture = ArchitectureName(RuntimeInformation.OSArchitecture);
        var text = ProcessorText.Parse(LinesOf(ProcessorFile));
        return new(
            text.Processor ?? architecture,
            text.Board,
            architecture,
            Environment.ProcessorCount,
            RuntimeInformation.OSDescription,
            ParseMemory(LinesOf(MemoryFile)));
    }

    /// <summary>One line for people: board, processor, cores, operating system.</summary>
    public string Describe()
    {
        var board = Board is null ? "" : $"{Board}, ";
        var cores = Cores == 1 ? "1 core" : string.Create(CultureInfo.InvariantCulture, $"{Cores} cores");
        return $"{board}{Processor} ({Architecture}, {cores}), {Os}";
    }

    internal static long? ParseMemory(IEnumerable<string> lines)
    {
        var line = lines.FirstOrDefault(line => line.StartsWith("MemTotal:", StringComparison.Ordinal));
        var kilobytes = line?.Split(' ', StringSplitOptions.RemoveEmptyEntries).ElementAtOrDefault(1);
        return long.TryParse(kilobytes, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value * 1024
            : null;
    }

    private static string[] LinesOf(string file) => File.Exists(file) ? File.ReadAllLines(file) : [];

    private static string ArchitectureName(Architecture architecture) => architecture switch
    {
        System.Runtime.InteropServices.Architecture.X64 => "x64",
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        System.Runtime.InteropServices.Architecture.Arm => "arm",
        System.Runtime.InteropServices.Architecture.X86 => "x86",
        _ => architecture.ToString(),
    };
}
