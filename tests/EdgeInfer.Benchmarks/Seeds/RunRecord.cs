using System.Globalization;
using System.Text.RegularExpressions;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Core.Errors;
using EdgeInfer.Measurement.Machine;

namespace EdgeInfer.Benchmarks.Seeds;

/// <summary>What a run of the trainer cost, kept beside its bundles.</summary>
/// <param name="Command">Arguments of the trainer.</param>
/// <param name="Machine">Where it ran.</param>
/// <param name="Cost">Of the whole process: reading, training, proofs and writing.</param>
/// <param name="Epochs">Epochs run; null where it trained no network.</param>
internal sealed partial record RunRecord(string Command, string Machine, ProcessCost Cost, int? Epochs)
{
    private const string FileName = "cost.json";

    public static RunRecord Of(string command, MeasuredProcess process) =>
        new(command, MachineInfo.Read().Describe(), process.Cost, EpochsIn(process.Output));

    /// <returns>Null where no run into this folder came to its end.</returns>
    /// <exception cref="InvalidInputException">The record is not one of ours.</exception>
    public static RunRecord? Find(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? JsonReport.Read<RunRecord>(file) : null;
    }

    /// <summary>Last of all, so that its presence says that the run came to its end.</summary>
    public void Write(string folder) => JsonReport.Write(new FileInfo(Path.Combine(folder, FileName)), this);

    /// <summary>As the trainer prints them: those run where it says which was kept, else those planned.</summary>
    internal static int? EpochsIn(IEnumerable<string> output)
    {
        int? epochs = null;
        foreach (var line in output)
        {
            if (EpochLine().Match(line) is { Success: true } match)
                epochs = int.Parse(match.Groups["epochs"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return epochs;
    }

    [GeneratedRegex(@"kept epoch \d+ of (?<epochs>\d{1,6})$|, (?<epochs>\d{1,6}) epochs$", RegexOptions.CultureInvariant)]
    private static partial Regex EpochLine();
}
