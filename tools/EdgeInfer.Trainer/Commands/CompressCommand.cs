using System.CommandLine;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Tasks;
using EdgeInfer.Files;
using EdgeInfer.Trainer.Compression;
using EdgeInfer.Trainer.Data;
using EdgeInfer.Trainer.Families.Detectors;
using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Quantization.Calibration;

namespace EdgeInfer.Trainer.Commands;

/// <summary><c>compress</c>: makes a network smaller, and shows at every step what was gained and lost.</summary>
internal static class CompressCommand
{
    private static readonly Argument<string> Place = new("BUNDLE|FILE.onnx")
    {
        Description = "Bundle with a network in fp32 (of detectors the autoencoder), or ONNX file",
    };
    private static readonly Option<string[]> Steps = new("--steps")
    {
        Description =
            "Steps separated by commas: prune:SHARE, distil, int8, fp16; given again, another chain to compare. "
            + "Of a bundle the smallest int8 network that passes its gate is exported, of a file the int8 network is written "
            + "(another format where none is asked for)",
        Required = true,
    };
    private static readonly Option<string> Calibration = new("--calibration")
    {
        Description = "minmax or percentile",
        DefaultValueFactory = _ => "percentile",
    };
    private static readonly Option<string?> Inputs = new("--calibration-inputs")
    {
        Description = "For a file: .npy of float32 [inputs, ...], or a bundle whose golden windows are taken",
    };
    private static readonly Option<string?> Data = new("--data") { Description = "For a bundle: folder of recordings" };
    private static readonly Option<string?> Task = new("--task")
    {
        Description = "Built-in task; not needed where the folder carries a dataset.json",
    };
    private static readonly Option<string?> Split = new("--split") { Description = "Name of a split; the data set's first where left out" };
    private static readonly Option<string?> Teacher = new("--teacher")
    {
        Description =
            "For a bundle that is no detector: bundle, a network or trees, that steps prune and distil learn from; "
            + "the bundle itself where left out",
    };
    private static readonly MarginOption Margin = new();
    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "Seed of training, and of the order in which models are timed",
        DefaultValueFactory = _ => 1,
    };
    private static readonly CheckpointOption Checkpoint = new();
    private static readonly Option<string> Out = new("--out")
    {
        Description = "For a bundle: folder that receives a folder for it. For a file: the file to write",
        Required = true,
    };
    private static readonly Option<string?> Json = new("--json") { Description = "File that receives the result" };

    public static Command Create()
    {
        var command = new Command(
            "compress", "Compress a network, and export it where parity, integer operators, golden outputs and accuracy hold")
        {
            Place, Steps, Calibration, Inputs, Data, Task, Split, Teacher, Seed, Out, Json,
        };
        Margin.AddTo(command);
        Checkpoint.AddTo(command);
        command.SetAction(arguments =>
        {
            var json = JsonFile.At(
                arguments.GetValue(Json),
                arguments.GetValue(Place),
                arguments.GetValue(Inputs),
                OnnxPath.IsFile(arguments.GetRequiredValue(Place)) ? arguments.GetValue(Out) : null);
            var checkpoints = Checkpoint.Read(arguments);
            var result = Run(arguments, checkpoints);
            CompressionConsole.Write(result);
            json.Write(result);
            if (result.Refusal() is { } reason)
                throw new InvalidInputException(arguments.GetRequiredValue(Place), reason);
            checkpoints?.Clear();
            return 0;
        });
        return command;
    }

    private static CompressionResult Run(ParseResult arguments, CheckpointFolder? checkpoints)
    {
        var place = arguments.GetRequiredValue(Place);
        var chains = CompressionChain.ParseAll(arguments.GetRequiredValue(Steps));
        var method = Method(arguments.GetRequiredValue(Calibration));
        var seed = arguments.GetValue(Seed);
        if (OnnxPath.IsFile(place))
        {
            RequireNone(arguments, Teacher, $"is for bundles; {place} is a file");
            if (checkpoints is not null)
                throw new InvalidInputException(CheckpointOption.Name, $"is for steps that train, which takes a bundle; {place} is a file");
            var inputs = arguments.GetValue(Inputs)
                ?? throw new InvalidInputException("--calibration-inputs", $"is needed to compress the file {place}");
            DistinctPlaces.Require(Out.Name, arguments.GetValue(Out), place, inputs);
            return FileCompression.Run(place, chains, GivenInputs.Read(inputs), method, arguments.GetRequiredValue(Out), seed);
        }

        var folder = arguments.GetValue(Data) ?? throw new InvalidInputException("--data", $"is needed to compress the bundle {place}");
        var margin = Margin.Read(arguments);
        var selection = new DataSelection(folder, arguments.GetValue(Task), arguments.GetValue(Split));
        var teacher = arguments.GetValue(Teacher);
        var command = CommandLine.ForCompression(
            place, selection, chains, arguments.GetRequiredValue(Calibration), teacher, margin.Repeat, seed);
        var options = new CompressionOptions(margin.Share, teacher, seed, checkpoints);
        var output = arguments.GetRequiredValue(Out);
        WholeFile.RequireNewFolder(Out.Name, output);
        if (BundleReader.Open(place).Manifest.Task.Kind != TaskKind.Anomaly)
            return new BundleCompression(place, TaskData.Read(selection), options).Run(chains, method, output, command);
        RequireNone(arguments, Teacher, $"is for steps that learn from labels, which detectors learn without; {place} is a detector");
        return new DetectorCompression(place, AnomalyData.Read(selection, AlarmRule.K), options).Run(chains, method, output, command);
    }

    private static void RequireNone(ParseResult arguments, Option<string?> option, string reason)
    {
        if (arguments.GetValue(option) is not null)
            throw new InvalidInputException(option.Name, reason);
    }

    private static CalibrationMethod Method(string name) => name switch
    {
        "minmax" => CalibrationMethod.MinMax,
        "percentile" => CalibrationMethod.Percentile,
        _ => throw new InvalidInputException("--calibration", $"'{name}' is neither minmax nor percentile"),
    };
}
