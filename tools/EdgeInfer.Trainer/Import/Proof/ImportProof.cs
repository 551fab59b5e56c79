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
    /// <exception cref="InvalidInputException">
    /// A score differs by more, the best score is another label's where the original was not in doubt, or the original's label
    /// contradicts its scores: of two classes everywhere, of more anywhere.
    /// </exception>
    public static ImportProofResult Run(
        string file, IOriginalModel original, IModel imported, IReadOnlyList<int> columns, IEnumerable<float[]> rows, double tolerance)
    {
        var output = new float[imported.OutputLength];
        var (count, ties, sure, contradictions, largest) = (0L, 0L, 0L, 0L, 0.0);
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

                if (answers.Labels is not { } labels)
                    continue;
                if (IsTie(expected, tolerance))
                {
                    ties += columns[Best(output)] == labels[row] ? 0 : 1;
                    continue;
                }

                // ONNX Runtime's label of two classes may contradict its own probabilities: those are the witness. Of more it does not.
                sure++;
                var contradicts = columns[Best(expected)] != labels[row];
                contradictions += contradicts ? 1 : 0;
                if (contradicts && output.Length > 2)
                    throw No(file, Invariant(
                        $"row {count}: its label is class {labels[row]}, its best score that of class {columns[Best(expected)]}, ")
                        + "which ONNX Runtime does with two classes only; so labels or scores are named wrong");
                if (Best(output) != Best(expected))
                    throw No(file, Invariant(
                        $"row {count}: class {columns[Best(output)]} instead of {columns[Best(expected)]}, ")
                        + Invariant($"scores {string.Join(' ', expected)}"));
            }
        }

        if (sure > 0 && contradictions == sure)
            throw No(file, Invariant($"its label contradicts its own scores on each of {sure} rows, so one of the two is named wrong"));
        return new ImportProofResult(count, ties, contradictions, largest, tolerance);
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
