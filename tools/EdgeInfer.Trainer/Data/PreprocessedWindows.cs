using EdgeInfer.Core.Preprocessing;

namespace EdgeInfer.Trainer.Data;

/// <summary>Windows as a model sees them.</summary>
internal static class PreprocessedWindows
{
    public static float[] Of(float[] window, IPreprocessor preprocessor)
    {
        var input = new float[preprocessor.OutputLength];
        preprocessor.Apply(window, input);
        return input;
    }

    /// <summary>At most <paramref name="count"/> of them, evenly spaced over all.</summary>
    public static int[] Spread(int available, int count)
    {
        var taken = Math.Min(available, count);
        return [.. Enumerable.Range(0, taken).Select(i => (int)((long)i * available / taken))];
    }
}
