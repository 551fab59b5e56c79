using System.CommandLine;
using System.Globalization;
using EdgeInfer.Recordings.BuiltIn;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Cli.Data;

/// <summary><c>edgeinfer data sources</c>: where the public data sets come from.</summary>
internal static class SourcesVerb
{
    private const double BytesAMegabyte = 1e6;

    public static Command Create()
    {
        var command = new Command("sources", "Say where the public data sets come from, and how to name a download.");
        command.SetAction(parsed => Run(parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(TextWriter output)
    {
        // An anomaly task has its classification's recordings.
        foreach (var dataset in BuiltInTasks.Names.Select(name => BuiltInTasks.Find(name)!).DistinctBy(dataset => dataset.Origin))
        {
            if (dataset.Origin is { } origin)
                Describe(dataset, origin, output);
        }

        return 0;
    }

    private static void Describe(Dataset dataset, DatasetOrigin origin, TextWriter output)
    {
        var size = origin.Bytes is { } bytes ? $", {(bytes / BytesAMegabyte).ToString("0.0", CultureInfo.InvariantCulture)} MB" : "";
        output.WriteLine($"{dataset.Name}: licence {dataset.Licence}{size}");
        output.WriteLine($"  {dataset.Attribution}");
        output.WriteLine($"  from  {origin.Url}{(origin.Version is { } version ? $" at {version}" : "")}");
        output.WriteLine($"  try   edgeinfer demo --task {dataset.Name} --data DIR");
        output.WriteLine($"  DIR   {origin.Folder}");
    }
}
