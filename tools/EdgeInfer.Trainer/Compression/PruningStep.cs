using System.Globalization;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trainer.Networks.Pruning;

namespace EdgeInfer.Trainer.Compression;

/// <summary>
/// <c>prune:SHARE</c>: takes that share of the channels out of every group of layers, and lets the rest learn again from a teacher.
/// </summary>
internal sealed class PruningStep(double share) : ICompressionStep
{
    public const string Verb = "prune";

    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Verb}:{share}");

    /// <exception cref="InvalidInputException">The share is no number above 0 and below 1.</exception>
    public static PruningStep Parse(string share) =>
        double.TryParse(share, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1
            ? new PruningStep(number)
            : throw new InvalidInputException(
                "--steps", $"'{Verb}:{share}': the share of channels to take out is a number above 0 and below 1");

    public CompressionStage Apply(CompressionStage network, CompressionInputs inputs)
    {
        var relearning = inputs.RequireRelearning(network.Name, Verb);
        using var wide = relearning.Open(network);
        using var narrow = ChannelPruning.Run(wide, share);
        return network.After(Name, "pruned", relearning.Train(narrow, $"{network.Name} {Name}", inputs.Teacher!));
    }
}
