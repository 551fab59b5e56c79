using EdgeInfer.Bundles.Storage;
using EdgeInfer.Cli.Processes;
using EdgeInfer.Cli.Reporting;
using EdgeInfer.Comparison.Files;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Core.Errors;
using EdgeInfer.Hub.Brokers;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Recordings.Ledger;

namespace EdgeInfer.Cli.Demo;

/// <summary>Trains, replays on the device runtime, compares from what arrives over MQTT.</summary>
internal sealed class DemoRun(DemoOptions options)
{
    private const string Site = "lab";
    private const string Device = "demo";

    /// <summary>Under 50 windows a second the runtime publishes each of them.</summary>
    private const double WindowsPerSecond = 40;

    public static async Task<int> RunAsync(DemoOptions options, CancellationToken stop)
    {
        try
        {
            var code = await new DemoRun(options).RunAsync(stop).ConfigureAwait(false);
            if (code != ExitCodes.Interrupted)
                return code;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Told below, together with the case that Ctrl-C reached a child first.
        }

        string[] kept = [.. DemoFolder.WholeDataSets(), .. DemoFolder.WholeBundles()];
        Console.WriteLine($"stopped: every process has ended; kept {(kept.Length == 0 ? "nothing" : string.Join(", ", kept))}");
        return ExitCodes.Interrupted;
    }

    private async Task<int> RunAsync(CancellationToken stop)
    {
        if (options.Json is { } json)
            ReportFile.Require("--json", json);
        new ReportFolder(DemoFolder.Root, options.Json).Require(DemoFolder.Root);
        var data = DemoData.Open(options);
        // Before the training: a port in use must not cost minutes first.
        await using var broker = await EmbeddedBroker.StartAsync(options.Port, stop).ConfigureAwait(false);
        // Before the trainings, which open it under the same run: it is the demo that asks for a verdict.
        _ = OpeningLedger.Record(data.Set, "demo", [], OpeningRun.OfProcess, TimeProvider.System);
        DemoConsole.Introduce(data, options);
        var models = DemoModels.Of(data.Set.Dataset);
        var code = await DemoTrainings.RunAsync([.. models.Trainings.Select(training => Training(training, data))], stop)
            .ConfigureAwait(false);
        if (code != 0)
            return code;

        string[] folders = [.. models.Names.Select(name => Path.Combine(DemoFolder.Bundles, name))];
        return await ReplayAsync(data, folders, broker, stop).ConfigureAwait(false);
    }

    private string[] Training(IEnumerable<string> training, DemoData data) =>
    [
        .. training, .. data.Arguments, "--seed", Text(options.Seed), "--out", DemoFolder.Bundles,
        .. options.Quick ? ["--quick"] : (string[])[],
    ];

    private async Task<int> ReplayAsync(DemoData data, string[] folders, EmbeddedBroker broker, CancellationToken stop)
    {
        var bundles = folders.Select(BundleReader.Open).ToArray();
        await using var listener = await DeviceListener.StartAsync(
            new ListenerOptions { Host = "127.0.0.1", Port = broker.Port, Site = Site, Device = Device }, TimeProvider.System, stop)
            .ConfigureAwait(false);
        await using var runtime = ChildProcess.Start(Sibling.Runtime, RuntimeArguments(data, folders, broker.Port));
        Console.WriteLine($"MQTT 5 broker on 127.0.0.1:{broker.Port}, topics edgeinfer/{Site}/{Device}/#");

        var run = new CollectedRun([.. bundles.Select(b => b.Manifest.Name)]);
        if (!await new ReplayWatch(listener, runtime, run).RunAsync(stop).ConfigureAwait(false))
        {
            return runtime.ExitCode != 0
                ? runtime.ExitCode
                : throw new InvalidInputException("edgeinfer-runtime", "ended before its results came");
        }

        if (!options.Keep)
            await runtime.WaitAsync(stop).ConfigureAwait(false);
        new DemoReport(data, options, bundles, run, listener.Ledger.Total).Write();
        DemoConsole.ReportRefusals(broker, listener);
        // Nobody reads it any more, and an unread listener would hold the broker's messages back.
        await listener.DisposeAsync().ConfigureAwait(false);
        return options.Keep ? await KeepAsync(broker.Port, runtime, stop).ConfigureAwait(false) : runtime.ExitCode;
    }

    private static async Task<int> KeepAsync(int port, ChildProcess runtime, CancellationToken stop)
    {
        Console.WriteLine(
            $"kept running: the broker on 127.0.0.1:{port} and the runtime, which replays again and again; Ctrl-C stops both");
        await runtime.WaitAsync(stop).ConfigureAwait(false);
        // It replays until asked to stop: Ctrl-C reached it before us.
        return runtime.ExitCode == 0
            ? ExitCodes.Interrupted
            : throw new InvalidInputException("edgeinfer-runtime", $"ended by itself with exit code {runtime.ExitCode}");
    }

    private List<string> RuntimeArguments(DemoData data, string[] folders, int port)
    {
        var speed = WindowsPerSecond * data.Set.TestShape.Seconds;
        List<string> arguments =
        [
            "replay", .. data.Arguments, "--broker", $"127.0.0.1:{port}",
            "--site", Site, "--device", Device, "--run", "demo", "--speed", Text(speed),
        ];
        foreach (var folder in folders)
            arguments.AddRange(["--bundle", folder]);
        if (options.Keep)
            arguments.Add("--loop");
        return arguments;
    }

    private static string Text(IFormattable value) => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture);
}
