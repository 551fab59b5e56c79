using System.Globalization;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Preprocessing;

namespace EdgeInfer.Trainer.Import.Networks;

/// <summary>What was done to values before the network was trained on them, as the user states it: (x - mean) / deviation.</summary>
/// <param name="Mean">One for all channels, or one a channel, in the channel's unit; null leaves 0.</param>
/// <param name="Deviation">Likewise, above 0; null leaves 1.</param>
internal sealed record InputScaling(string? Mean, string? Deviation)
{
    public const string MeanOption = "--mean";
    public const string DeviationOption = "--deviation";

    public bool IsStated => Mean is not null || Deviation is not null;

    /// <summary>As the command line has it.</summary>
    public string[] Arguments =>
    [
        .. Mean is null ? [] : (string[])[MeanOption, Mean],
        .. Deviation is null ? [] : (string[])[DeviationOption, Deviation],
    ];

    /// <exception cref="InvalidInputException">No numbers, not as many as channels, or a deviation that is not above 0.</exception>
    public ManifestPreprocessing For(int channels)
    {
        var deviation = Numbers(DeviationOption, Deviation ?? "1", channels);
        if (Array.FindIndex(deviation, one => !(one > 0 && float.IsFinite(1 / one))) is >= 0 and var at)
            throw new InvalidInputException(
                DeviationOption, string.Create(CultureInfo.InvariantCulture, $"{deviation[at]} is not above 0"));
        return new(Standardization.Id, Mean: Numbers(MeanOption, Mean ?? "0", channels), Deviation: deviation);
    }

    private static float[] Numbers(string option, string text, int channels)
    {
        float[] numbers = [.. text.Split(',').Select(one =>
            float.TryParse(one, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)
                ? number
                : throw new InvalidInputException(option, $"'{one}' is no number"))];
        return numbers.Length switch
        {
            1 => [.. Enumerable.Repeat(numbers[0], channels)],
            var count when count == channels => numbers,
            var count => throw new InvalidInputException(option, $"{count} numbers, not 1 or one for each of {channels} channels"),
        };
    }
}
