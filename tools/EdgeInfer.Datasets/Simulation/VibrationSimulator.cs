using System.Globalization;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Datasets.Simulation;

/// <summary>
/// Makes recordings of rotating machines in good order, unbalanced, misaligned, or with a defect of a bearing's outer
/// or inner race. Physics and sources: docs/data/vibration-simulator.md.
/// </summary>
public static class VibrationSimulator
{
    public const string TaskName = "vibration-sim";

    /// <summary>
    /// Writes dataset.json, split.csv and the recordings; the same bytes for the same seed. The folder appears complete or not at all.
    /// </summary>
    /// <param name="directory">Must not exist, or be empty.</param>
    /// <exception cref="InvalidInputException">The folder holds something already.</exception>
    public static void Write(string directory, int seed, SimulationSize size)
    {
        var target = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            throw new InvalidInputException(directory, "exists already and is not empty");

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        var partial = target + ".partial-" + Path.GetRandomFileName();
        try
        {
            Directory.CreateDirectory(partial);
            WriteInto(partial, seed, size);
            if (Directory.Exists(target))
                Directory.Delete(target);
            Directory.Move(partial, target);
        }
        finally
        {
            if (Directory.Exists(partial))
                Directory.Delete(partial, recursive: true);
        }
    }

    private static void WriteInto(string directory, int seed, SimulationSize size)
    {
        File.WriteAllBytes(Path.Combine(directory, DatasetFile.Name), DatasetFile.Write(VibrationTask.Describe(seed)));
        var split = new StringBuilder("path,label,group,split\n");
        for (var number = 1; number <= size.TrainMachines + size.TestMachines; number++)
        {
            var name = "machine-" + number.ToString("D2", CultureInfo.InvariantCulture);
            var side = number <= size.TrainMachines ? "train" : "test";
            var machine = Machine.Draw(new SeededRandom(seed, number));
            Directory.CreateDirectory(Path.Combine(directory, name));
            foreach (var condition in Enum.GetValues<MachineCondition>())
            {
                var label = VibrationTask.LabelOf(condition);
                var path = $"{name}/{name}-{label}.csv";
                split.Append(CultureInfo.InvariantCulture, $"{path},{label},{name},{side}\n");

                var random = new SeededRandom(seed, number, (int)condition + 1);
                var fault = MachineFault.Of(condition, MachineFault.GrowthOn(number, condition, seed));
                var signal = new MachineSignal(machine, fault, random, VibrationTask.RateHz, size.Seconds);
                using var file = File.Create(Path.Combine(directory, path), bufferSize: 1 << 16);
                SimulatedRecording.Write(file, signal, (int)(size.Seconds * VibrationTask.RateHz));
            }
        }

        File.WriteAllText(Path.Combine(directory, SplitFile.DefaultName), split.ToString());
    }
}
