using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Networks.Architectures;

/// <summary>Multipliers of an architecture, each 0.25 to 4.</summary>
/// <param name="Width">Of the channels of each layer.</param>
/// <param name="Depth">Of the number of blocks.</param>
internal sealed record ArchitectureScale(double Width, double Depth)
{
    public const double Smallest = 0.25;
    public const double Largest = 4;

    /// <summary>Kernels compute 16 channels at once; a layer narrower than that has 8.</summary>
    private const int Unit = 16;

    public static ArchitectureScale One { get; } = new(1, 1);

    /// <exception cref="InvalidInputException">A multiplier is outside its range.</exception>
    public void Require()
    {
        foreach (var (option, value) in new[] { ("--width", Width), ("--depth", Depth) })
        {
            if (!(value is >= Smallest and <= Largest))
                throw new InvalidInputException(option, FormattableString.Invariant($"{value} is not {Smallest} to {Largest}"));
        }
    }

    public int Channels(int channels)
    {
        var wanted = channels * Width;
        var unit = wanted < Unit ? Unit / 2 : Unit;
        return Math.Max(1, (int)Math.Round(wanted / unit)) * unit;
    }

    public int Blocks(int blocks) => Math.Max(1, (int)Math.Round(blocks * Depth));
}
