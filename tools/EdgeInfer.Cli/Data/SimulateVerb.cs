using System.CommandLine;
using EdgeInfer.Datasets.Simulation;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Cli.Data;

internal static class SimulateVerb
{
    private const int DefaultSeed = 1;

    public static Command Create()
    {
        var folder = DataCommand.Folder();
        var seed = new Option<int>("--seed") { Description = "Seed of the simulation.", DefaultValueFactory = _ => DefaultSeed };
        var command = new Command("simulate", "Write simulated vibration recordings into a new folder.") { folder, seed };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(seed), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string folder, int seed, TextWriter output)
    {
        VibrationSimulator.Write(folder, seed, SimulationSize.Full);
        var set = RecordingSet.Open(folder);
        output.WriteLine($"{folder}: {set.Recordings.Count} simulated recordings of task {set.Dataset.Name}, seed {seed}");
        return 0;
    }
}
