using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Trees;

/// <summary>
/// Proves that the compact file and the ONNX graph score like ML.NET: raw scores equal as float, no label different.
/// </summary>
internal static class TreeParity
{
    private const double LargestProbabilityDifference = 1e-6;

    public static TreeParityResult Prove(string bundle, TrainedTrees trained, byte[] compactFile, byte[] onnxFile, IReadOnlyList<float[]> rows)
    {
        using var compact = new ReferenceTreeModel(CompactTreeFile.Read(compactFile, bundle));
        using var onnxScores = OnnxModel.Load(onnxFile, bundle, TreeGraph.RawScores);
        using var onnxPredictions = OnnxModel.Load(onnxFile, bundle);
        var isClassifier = trained.Ensemble.Link is not EnsembleLink.Identity;
        float[][] expected = [.. trained.Outputs.Select(p => p.RawScores(rows))];
        var shares = MlNetShares(trained, expected, rows);
        var raw = new float[trained.Ensemble.OutputCount];
        var onnxRaw = new float[raw.Length];
        var prediction = new float[compact.OutputLength];
        var onnxPrediction = new float[prediction.Length];
        var (rawDifference, onnxDifference, mismatches) = (0.0, 0.0, 0L);
        for (var i = 0; i < rows.Count; i++)
        {
            compact.Score(rows[i], raw);
            compact.Predict(rows[i], prediction);
            onnxScores.Predict(rows[i], onnxRaw);
            for (var output = 0; output < raw.Length; output++)
            {
                rawDifference = Math.Max(rawDifference, Difference(raw[output], expected[output][i]));
                rawDifference = Math.Max(rawDifference, Difference(onnxRaw[output], expected[output][i]));
            }

            if (!isClassifier)
                continue;
            onnxPredictions.Predict(rows[i], onnxPrediction);
            for (var c = 0; c < prediction.Length; c++)
                onnxDifference = Math.Max(onnxDifference, Math.Abs(onnxPrediction[c] - prediction[c]));
            var label = Label(shares, i);
            if (ArgMax(prediction) != label || ArgMax(onnxPrediction) != label)
                mismatches++;
        }

        if (rawDifference != 0 || mismatches != 0 || !(onnxDifference <= LargestProbabilityDifference))
        {
            throw new InvalidInputException(bundle,
                $"no parity with ML.NET over {rows.Count} rows: raw scores differ by {rawDifference}, probabilities by {onnxDifference}, {mismatches} labels differ; nothing was exported");
        }

        return new TreeParityResult(rows.Count, mismatches, rawDifference, onnxDifference);
    }

    private static double Difference(float a, float b) =>
        BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b) ? 0 : Math.Max(Math.Abs((double)a - b), double.Epsilon);

    /// <summary>ML.NET's probability of each output's class; a forest's score is one.</summary>
    private static float[][] MlNetShares(TrainedTrees trained, float[][] rawScores, IReadOnlyList<float[]> rows) =>
        trained.Ensemble.Link is EnsembleLink.Platt
            ? [.. trained.Outputs.Select(p => p.Probabilities(rows))]
            : [.. rawScores.Select(scores => scores.Select(s => Math.Clamp(s, 0, 1)).ToArray())];

    /// <summary>The class with the largest of ML.NET's probabilities after normalisation, the first of equal ones.</summary>
    private static int Label(float[][] shares, int row)
    {
        if (shares.Length == 1)
            return ArgMax([1 - shares[0][row], shares[0][row]]);
        var sum = shares.Sum(output => (double)output[row]);
        return sum > 0 ? ArgMax([.. shares.Select(output => (float)(output[row] / sum))]) : 0;
    }

    private static int ArgMax(ReadOnlySpan<float> values)
    {
        var best = 0;
        for (var i = 1; i < values.Length; i++)
            best = values[i] > values[best] ? i : best;
        return best;
    }
}
