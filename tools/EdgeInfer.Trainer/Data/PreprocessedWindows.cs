using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Numerics;
using EdgeInfer.Core.Preprocessing;

namespace EdgeInfer.Trainer.Data;

/// <summary>Windows as a model sees them.</summary>
internal static class PreprocessedWindows
{
    /// <exception cref="InvalidInputException">A value that the model would see is not finite.</exception>
    public static float[] Of(float[] window, IPreprocessor preprocessor)
    {
        var input = new float[preprocessor.OutputLength];
        preprocessor.Apply(window, input);
        return FiniteValues.Are(input)
            ? input
            : throw new InvalidInputException(
                "window", "holds a sample of which preprocessing makes NaN or an infinity; correct it or leave out its recording");
    }

    /// <summary>At most <paramref name="count"/> of them, evenly spaced over all.</summary>
    public static int[] Spread(int available, int count)
    {
        var taken = Math.Min(available, count);
        return [.. Enumerable.Range(0, taken).Select(i => (int)((long)i * available / taken))];
    }
}
