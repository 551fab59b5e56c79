using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Windows;
using EdgeInfer.Trainer.Networks;
using EdgeInfer.Trainer.Onnx.NetworkFiles;

namespace EdgeInfer.Trainer.Import.Networks;

/// <summary>
/// How the dimensions of a network's input stand to a window, whose values are channel-major. Dimensions of 1 say nothing:
/// [1, 6, 100], [1, 6, 1, 100] and [1, 600] hold the same values in the same order.
/// </summary>
/// <param name="Shape">Of an input that is channel-major, batch included.</param>
/// <param name="Permutation">From <paramref name="Shape"/> to the file's own; null where they are one.</param>
internal sealed record InputLayout(long[] Shape, int[]? Permutation)
{
    /// <exception cref="InvalidInputException">Windows fit the file's input in no order of theirs.</exception>
    public static InputLayout Of(NetworkFile file, WindowShape window, string task)
    {
        var found = file.InputShape;
        var values = NetworkInput.Of(window);
        long[] place = values.Height > 1 ? [values.Height, values.Width] : [values.Width];
        long[] first = [values.Channels, .. place];
        long[] last = [.. place, values.Channels];
        var told = Told(found.Skip(1));
        if (found[0] == 1 && (told.SequenceEqual(Told(first)) || told.SequenceEqual([values.ValueCount])))
            return new InputLayout(found, Permutation: null);
        return found[0] == 1 && told.SequenceEqual(Told(last))
            ? ChannelsLast(found)
            : throw new InvalidInputException(
                file.Name,
                $"input '{file.Input}' has shape {Text(found)}; windows of {task} are {Text([1, .. first])}, "
                + $"{Text([1, .. last])} or {Text([1, values.ValueCount])}");
    }

    /// <summary>Values of a window in the order of the file's own input.</summary>
    public float[] Arrange(float[] window)
    {
        if (Permutation is null)
            return window;
        var channels = (int)Shape[1];
        var length = window.Length / channels;
        var arranged = new float[window.Length];
        for (var channel = 0; channel < channels; channel++)
        {
            for (var i = 0; i < length; i++)
                arranged[i * channels + channel] = window[channel * length + i];
        }

        return arranged;
    }

    private static InputLayout ChannelsLast(long[] found)
    {
        // Dimensions of 1 may follow the channels: [1, 100, 6, 1].
        var at = Array.FindLastIndex(found, dimension => dimension > 1);
        long[] shape = [1, found[at], .. found[1..at], .. found[(at + 1)..]];
        return new InputLayout(shape, [0, .. Enumerable.Range(2, at - 1), 1, .. Enumerable.Range(at + 1, found.Length - at - 1)]);
    }

    private static long[] Told(IEnumerable<long> shape) => [.. shape.Where(dimension => dimension > 1)];

    private static string Text(IEnumerable<long> shape) => $"[{string.Join(',', shape)}]";
}
