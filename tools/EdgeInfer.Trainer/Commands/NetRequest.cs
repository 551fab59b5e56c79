using EdgeInfer.Trainer.Networks.Architectures;
using EdgeInfer.Trainer.Networks.Checkpoints;
using EdgeInfer.Trainer.Torch;

namespace EdgeInfer.Trainer.Commands;

/// <summary>Which network <c>net</c> trains, and how.</summary>
/// <param name="Architecture">Null for the task's own.</param>
/// <param name="Scale">Multipliers.</param>
/// <param name="From">Bundle to start from; null starts from random weights.</param>
/// <param name="Freeze">Only the new head learns.</param>
/// <param name="Checkpoints">Null writes none.</param>
/// <param name="Device">What computes.</param>
/// <param name="Margin">What int8 may lose, and the option that repeats it.</param>
internal sealed record NetRequest(
    string? Architecture,
    ArchitectureScale Scale,
    string? From,
    bool Freeze,
    CheckpointFolder? Checkpoints,
    TrainingDevice Device,
    (double Share, IReadOnlyList<string> Repeat) Margin)
{
    /// <summary>The options that repeat it; checkpoints do not change the result.</summary>
    public IReadOnlyList<string> Repeat =>
    [
        .. Architecture is { } name ? ["--arch", name] : (string[])[],
        .. ScaleOptions.Repeat(Scale),
        .. From is { } bundle ? ["--from", CommandLine.Shown(bundle), Freeze ? "--freeze" : "--fine-tune"] : (string[])[],
        .. Device == TrainingDevice.Cuda ? ["--device", "cuda"] : (string[])[],
        .. Margin.Repeat,
    ];
}
