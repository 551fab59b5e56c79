using System.CommandLine;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Benchmarks.Shipped;

/// <summary>The verb <c>shipped</c>: makes the recordings that come with the program from GeoTec's download.</summary>
internal static class ShippedCommand
{
    private const string Task = "har-phone";

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "folder of GeoTec's download", HelpName = "FOLDER", Required = true };
        var folder = new Option<string>("--out") { Description = "folder that receives the tables", HelpName = "FOLDER", Required = true };
        var command = new Command("shipped", "Make the tables of whole-number codes that the demo ships") { data, folder };
        command.SetAction(arguments => Run(arguments.GetRequiredValue(data), arguments.GetRequiredValue(folder)));
        return command;
    }

    private static void Run(string data, string folder)
    {
        var recordings = RecordingSet.Open(data, Task).Recordings;
        foreach (var path in recordings.Select(recording => recording.Path))
            CodedTable.Write(Path.Combine(data, path), Path.Combine(folder, $"{path}.gz"));
        Console.WriteLine($"{recordings.Count} tables in {folder}: {Bytes(folder, recordings)} bytes");
    }

    private static long Bytes(string folder, IEnumerable<Recording> recordings) =>
        recordings.Sum(recording => new FileInfo(Path.Combine(folder, $"{recording.Path}.gz")).Length);
}
