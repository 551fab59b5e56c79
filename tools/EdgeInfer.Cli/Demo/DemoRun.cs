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
        List<DemoFold> folds = [];
        var every = data.Folds();
        if (options.Keep && every.Count > 1)
            throw new InvalidInputException("--keep", $"runs one split on and on; name one, as in --split "
                + $"{every[0].Set.Split.NameWithout("GROUP")}");
        foreach (var fold in every)
        {
            var bundles = Bundles(fold, every.Count > 1);
            if (every.Count > 1)
                Console.WriteLine($"without {data.Set.Dataset.GroupNoun} '{fold.Set.Split.LeftOut}' ({folds.Count + 1} of {every.Count})");
            var code = await TrainAsync(fold, bundles, stop).ConfigureAwait(false);
            if (code == 0)
                code = await ReplayAsync(fold, bundles, broker, folds, stop).ConfigureAwait(false);
            if (code != 0 || options.Keep)
                return code;
        }

        new DemoReport(data, options, folds).Write();
        if (folds.Count > 1)
        {
            Console.WriteLine(
                $"each model was trained {folds.Count} times, once without each {data.Set.Dataset.GroupNoun}: the answers of all "
                    + $"are judged, sizes "
                + $"and times are of the first; the bundles are in {DemoFolder.Bundles}{Path.DirectorySeparatorChar}without-...");
        }

        return 0;
    }

    /// <summary>Folder that receives the bundles of a fold.</summary>
    private static string Bundles(DemoData fold, bool isOneOfMany)
    {
        if (!isOneOfMany)
            return DemoFolder.Bundles;
        var group = string.Join('-', fold.Set.Split.LeftOut!.Split(Path.GetInvalidFileNameChars()));
        return Path.Combine(DemoFolder.Bundles, $"without-{group}");
    }

    private Task<int> TrainAsync(DemoData fold, string bundles, CancellationToken stop) => DemoTrainings.RunAsync(
        [
            .. DemoModels.Of(fold.Set.Dataset).Trainings.Select(training => (string[])
            [
                .. training, .. fold.Arguments, "--seed", Text(options.Seed), "--out", bundles,
                .. options.Quick ? ["--quick"] : (string[])[],
            ]),
        ],
        stop);

    private async Task<int> ReplayAsync(
        DemoData fold, string place, EmbeddedBroker broker, List<DemoFold> folds, CancellationToken stop)
    {
        string[] folders = [.. DemoModels.Of(fold.Set.Dataset).Names.Select(name => Path.Combine(place, name))];
        var bundles = folders.Select(BundleReader.Open).ToArray();
        await using var listener = await DeviceListener.StartAsync(
            new ListenerOptions { Host = "127.0.0.1", Port = broker.Port, Site = Site, Device = Device }, TimeProvider.System, stop)
            .ConfigureAwait(false);
        using var state = new ReplayState(place);
        await using var runtime = ChildProcess.Start(Sibling.Runtime, RuntimeArguments(fold, folders, state.Folder, broker.Port));
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
        folds.Add(new DemoFold(fold, bundles, run, listener.Ledger.Total));
        DemoConsole.ReportRefusals(broker, listener);
        if (!options.Keep)
            return runtime.ExitCode;
        new DemoReport(fold, options, folds).Write();
        // Nobody reads it any more, and an unread listener would hold the broker's messages back.
        await listener.DisposeAsync().ConfigureAwait(false);
        return await KeepAsync(broker.Port, runtime, stop).ConfigureAwait(false);
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

    private List<string> RuntimeArguments(DemoData data, string[] folders, string state, int port)
    {
        var speed = WindowsPerSecond * data.Set.TestShape.Seconds;
        List<string> arguments =
        [
            "replay", .. data.Arguments, "--broker", $"127.0.0.1:{port}",
            "--site", Site, "--device", Device, "--state", state, "--run", "demo", "--speed", Text(speed),
        ];
        foreach (var folder in folders)
            arguments.AddRange(["--bundle", folder]);
        if (options.Keep)
            arguments.Add("--loop");
        return arguments;
    }

    private static string Text(IFormattable value) => value.ToString(null, System.Globalization.CultureInfo.InvariantCulture);
}
