using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Models;
using static System.FormattableString;

namespace EdgeInfer.Trainer.Import.Proof;

/// <summary>Proves that an imported model answers like the original file in ONNX Runtime.</summary>
internal static class ImportProof
{
    private const int BatchRows = 1_000;

    /// <param name="original">The file as it came.</param>
    /// <param name="imported">The import, its outputs in the order of <paramref name="columns"/>.</param>
    /// <param name="columns">Column of the file for each output.</param>
    /// <param name="rows">What both are asked.</param>
    /// <param name="tolerance">Largest absolute difference of a score; 0 asks for the same float.</param>
    /// <exception cref="InvalidInputException">A score differs by more, or a label differs where the original was not in doubt.</exception>
    public static ImportProofResult Run(
        string file, IOriginalModel original, IModel imported, IReadOnlyList<int> columns, IEnumerable<float[]> rows, double tolerance)
    {
        var output = new float[imported.OutputLength];
        var (count, ties, largest) = (0L, 0L, 0.0);
        foreach (var batch in rows.Chunk(BatchRows))
        {
            var answers = original.Answer(batch);
            for (var row = 0; row < batch.Length; row++, count++)
            {
                imported.Predict(batch[row], output);
                float[] expected = [.. columns.Select(column => answers.Scores[row][column])];
                for (var i = 0; i < output.Length; i++)
                {
                    var difference = Difference(output[i], expected[i]);
                    largest = Math.Max(largest, difference);
                    // Written so that NaN fails.
                    if (!(difference <= tolerance))
                        throw No(
                            file,
                            Invariant($"row {count}: output {i} is {output[i]}, the original's {expected[i]}, tolerance {tolerance}"));
                }

                if (answers.Labels is not { } labels || columns[Best(output)] == labels[row])
                    continue;
                if (!IsTie(expected, tolerance))
                    throw No(file, Invariant(
                        $"row {count}: class {columns[Best(output)]} instead of {labels[row]}, scores {string.Join(' ', expected)}"));
                ties++;
            }
        }

        return new ImportProofResult(count, ties, largest, tolerance);
    }

    private static InvalidInputException No(string file, string reason) =>
        new(file, $"no parity with ONNX Runtime: {reason}; nothing was imported");

    private static double Difference(float a, float b) =>
        BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b) ? 0 : Math.Max(Math.Abs((double)a - b), double.Epsilon);

    private static bool IsTie(float[] scores, double tolerance)
    {
        float[] sorted = [.. scores.OrderDescending()];
        return (double)sorted[0] - sorted[1] <= 2 * tolerance;
    }

    private static int Best(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            best = values[i] > values[best] ? i : best;
        return best;
    }
}
