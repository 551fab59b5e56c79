using System.CommandLine;
using EdgeInfer.Benchmarks.Harness;
using EdgeInfer.Benchmarks.Seeds;
using EdgeInfer.Core.Errors;
using EdgeInfer.Measurement.Machine;
using EdgeInfer.Tests.Support;
using static System.FormattableString;

namespace EdgeInfer.Benchmarks.Tables;

/// <summary>The verb <c>tables</c>: 'data check' of one large file against pandas' read_csv, as processes, in turn.</summary>
internal static class TablesCommand
{
    private const int Seed = 1;
    private const string Python = "/usr/bin/python3";
    private const string Read = "import sys, pandas; print(pandas.__version__, pandas.read_csv(sys.argv[1], engine='c').shape)";

    public static Command Create()
    {
        var folder = new Option<DirectoryInfo>("--folder")
        {
            Description = "Where the data set is written, and used again where it lies",
            DefaultValueFactory = _ => new DirectoryInfo(Path.Combine(Path.GetTempPath(), "edgeinfer-tables")),
        };
        var bytes = new Option<long>("--bytes") { Description = "Size of the file", DefaultValueFactory = _ => 1_000_000_000 };
        var pairs = new Option<int>("--pairs") { Description = "How often both run", DefaultValueFactory = _ => 5 };
        var program = new Option<FileInfo>("--program") { Description = "The executable edgeinfer", DefaultValueFactory = _ => Program() };
        var command = new Command("tables", "'data check' of a large table against pandas' read_csv") { folder, bytes, pairs, program };
        command.SetAction(arguments => Run(
            arguments.GetRequiredValue(folder).FullName, arguments.GetRequiredValue(bytes), arguments.GetRequiredValue(pairs),
            arguments.GetRequiredValue(program).FullName));
        return command;
    }

    private static void Run(string folder, long bytes, int pairs, string program)
    {
        var file = new FileInfo(Path.Combine(folder, "all.csv"));
        if (!file.Exists || file.Length < bytes)
            Console.WriteLine(Invariant($"wrote {LargeTable.Write(folder, bytes, Seed)} rows, seed {Seed}"));
        file.Refresh();
        Console.WriteLine(Invariant($"machine: {MachineInfo.Read().Describe()}; file of {file.Length} bytes"));
        var (ours, theirs) = (new List<ProcessCost>(), new List<ProcessCost>());
        for (var pair = 0; pair <= pairs; pair++)
        {
            var check = Cost(program, ["data", "check", folder]);
            var pandas = File.Exists(Python) ? Cost(Python, ["-c", Read, file.FullName]) : null;
            // The first pair fills the page cache.
            if (pair == 0)
                continue;
            ours.Add(check);
            if (pandas is not null)
                theirs.Add(pandas);
        }

        Print("data check", ours);
        if (theirs.Count == 0)
        {
            Console.WriteLine("pandas: not measured, python3-pandas is absent");
            return;
        }

        Print("pandas read_csv", theirs);
        Print("pandas / data check, elapsed", ours.Zip(theirs, (us, them) => them.WallSeconds / us.WallSeconds));
        Print("pandas / data check, CPU", ours.Zip(theirs, (us, them) => them.CpuSeconds / us.CpuSeconds));
    }

    private static ProcessCost Cost(string program, IEnumerable<string> arguments)
    {
        var process = MeasuredProcess.Run(program, arguments, line => Console.WriteLine($"  {line}"));
        return process.ExitCode == 0
            ? process.Cost
            : throw new InvalidInputException(
                program, process.Errors.Count > 0 ? process.Errors[^1] : $"ended with code {process.ExitCode}");
    }

    private static void Print(string name, IReadOnlyList<ProcessCost> costs)
    {
        Print($"{name}, elapsed s", costs.Select(cost => cost.WallSeconds));
        Print($"{name}, CPU s", costs.Select(cost => cost.CpuSeconds));
        Print($"{name}, peak MiB", costs.Select(cost => cost.PeakMebibytes));
    }

    private static void Print(string name, IEnumerable<double> values)
    {
        var spread = Spread.Of(values);
        Console.WriteLine(Invariant($"{name}: {spread.Median:F2} ({spread.P10:F2} to {spread.P90:F2})"));
    }

    private static FileInfo Program()
    {
        var framework = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return new(Path.Combine(
            Repository.Root, "tools", "EdgeInfer.Cli", "bin", framework.Parent!.Name, framework.Name, "edgeinfer"));
    }
}
