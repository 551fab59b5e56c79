using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Families;
using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Commands;

/// <summary>What <c>net</c> asks beside the options of every training verb.</summary>
internal sealed class NetOptions
{
    private static readonly string[] Architectures = [.. TrainedFamilies.Networks.SelectMany(family => family.Architectures)];

    private readonly Option<string?> _architecture = new("--arch")
    {
        Description = $"{Alternatives.Of(Architectures)}; the task's own where left out: "
            + $"{Architecture.DepthwiseSeparable} for windows, {Architecture.Residual} for images",
    };
    private readonly Option<string?> _from = new("--from")
    {
        Description = "fp32 bundle whose layers, all but the last, training starts from",
    };
    private readonly Option<bool> _freeze = new("--freeze") { Description = "With --from: only the new last layer learns" };
    private readonly Option<bool> _fineTune = new("--fine-tune")
    {
        Description = "With --from: every layer learns, at a third of the rate",
    };
    private readonly Option<string> _device = new("--device") { Description = "cpu or cuda", DefaultValueFactory = _ => "cpu" };
    private readonly ScaleOptions _scale = new();
    private readonly CheckpointOption _checkpoint = new();
    private readonly MarginOption _margin = new();

    public NetOptions()
    {
        _architecture.AcceptOnlyFromAmong(Architectures);
        _device.AcceptOnlyFromAmong("cpu", "cuda");
    }

    public void AddTo(Command command)
    {
        command.Add(_architecture);
        _scale.AddTo(command);
        foreach (var option in (Option[])[_from, _freeze, _fineTune, _device])
            command.Add(option);
        _margin.AddTo(command);
        _checkpoint.AddTo(command);
    }

    /// <exception cref="InvalidInputException">A value is out of range, or two options contradict each other.</exception>
    public NetRequest Read(ParseResult arguments)
    {
        var scale = _scale.Read(arguments);
        var (from, freeze, fineTune) = (arguments.GetValue(_from), arguments.GetValue(_freeze), arguments.GetValue(_fineTune));
        var architecture = arguments.GetValue(_architecture);
        if (from is null && (freeze || fineTune))
            throw new InvalidInputException(
                freeze ? "--freeze" : "--fine-tune", "says how a bundle's layers are learnt; name the bundle by --from");
        if (from is not null && freeze == fineTune)
            throw new InvalidInputException("--from", "goes with one of --freeze and --fine-tune");
        if (from is not null && (architecture is not null || scale != ArchitectureScale.One))
            throw new InvalidInputException("--from", "brings its own architecture; leave --arch, --width and --depth out");
        return new NetRequest(
            architecture, scale, from, freeze, _checkpoint.Read(arguments),
            arguments.GetValue(_device) == "cuda" ? TrainingDevice.Cuda : TrainingDevice.Cpu,
            _margin.Read(arguments));
    }
}
