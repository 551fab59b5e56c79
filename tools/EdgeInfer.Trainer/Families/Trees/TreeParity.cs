using EdgeInfer.Core.Errors;
using EdgeInfer.Onnx;
using EdgeInfer.Trainer.Ensembles;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Trainer.Families.Trees;

/// <summary>
/// Proves that the compact file, with every kernel that this machine has, and the ONNX graph score like ML.NET: raw
/// scores equal as float, no label different.
/// </summary>
internal static class TreeParity
{
    private const double LargestProbabilityDifference = 1e-6;

    public static TreeParityResult Prove(
        string bundle, TrainedTrees trained, byte[] compactFile, byte[] onnxFile, IReadOnlyList<float[]> rows)
    {
        var ensemble = CompactTreeFile.Read(compactFile, bundle);
        TreeModel[] kernels = [.. TreeModel.KernelsFor(ensemble).Select(kernel => new TreeModel(ensemble, kernel))];
        var compact = kernels[0];
        using var onnxScores = OnnxModel.Load(onnxFile, bundle, TreeGraph.RawScores);
        using var onnxPredictions = OnnxModel.Load(onnxFile, bundle);
        var isClassifier = trained.Ensemble.Link is not EnsembleLink.Identity;
        var expected = trained.MlNet.RawScores(rows);
        var shares = MlNetShares(trained, expected, rows);
        var raw = new float[trained.Ensemble.OutputCount];
        var onnxRaw = new float[raw.Length];
        var prediction = new float[compact.OutputLength];
        var onnxPrediction = new float[prediction.Length];
        var (rawDifference, shareDifference, mismatches) = (0.0, SoftmaxDifference(trained, shares, rows), 0L);
        for (var i = 0; i < rows.Count; i++)
        {
            foreach (var kernel in kernels)
            {
                kernel.Score(rows[i], raw);
                rawDifference = Math.Max(rawDifference, Difference(raw, expected, i));
            }

            onnxScores.Predict(rows[i], onnxRaw);
            rawDifference = Math.Max(rawDifference, Difference(onnxRaw, expected, i));
            compact.Predict(rows[i], prediction);

            if (!isClassifier)
                continue;
            onnxPredictions.Predict(rows[i], onnxPrediction);
            for (var c = 0; c < prediction.Length; c++)
                shareDifference = Math.Max(shareDifference, Math.Abs(onnxPrediction[c] - prediction[c]));
            var label = Label(shares, i);
            if (ArgMax(prediction) != label || ArgMax(onnxPrediction) != label)
                mismatches++;
        }

        if (rawDifference != 0 || mismatches != 0 || !(shareDifference <= LargestProbabilityDifference))
        {
            throw new InvalidInputException(bundle,
                $"no parity with ML.NET over {rows.Count} rows: raw scores differ by {rawDifference}, probabilities by {shareDifference}, "
                + $"{mismatches} labels differ; nothing was exported");
        }

        return new TreeParityResult(rows.Count, mismatches, rawDifference, shareDifference);
    }

    private static double Difference(ReadOnlySpan<float> scores, float[][] expected, int row)
    {
        var largest = 0.0;
        for (var output = 0; output < scores.Length; output++)
            largest = Math.Max(largest, Difference(scores[output], expected[output][row]));
        return largest;
    }

    private static double Difference(float a, float b) =>
        BitConverter.SingleToInt32Bits(a) == BitConverter.SingleToInt32Bits(b) ? 0 : Math.Max(Math.Abs((double)a - b), double.Epsilon);

    /// <summary>
    /// The probability of each output's class, from ML.NET's scores where ML.NET does not say it; a forest's score is one.
    /// </summary>
    private static float[][] MlNetShares(
        TrainedTrees trained, float[][] rawScores, IReadOnlyList<float[]> rows) => trained.Ensemble.Link switch
    {
        EnsembleLink.Platt => trained.MlNet.Probabilities(rows),
        EnsembleLink.Softmax => Softmax(rawScores),
        _ => [.. rawScores.Select(scores => scores.Select(s => Math.Clamp(s, 0, 1)).ToArray())],
    };

    /// <summary>In double, for ML.NET's own softmax in float makes close scores equal.</summary>
    private static float[][] Softmax(float[][] rawScores)
    {
        float[][] shares = [.. rawScores.Select(scores => new float[scores.Length])];
        for (var row = 0; row < rawScores[0].Length; row++)
        {
            var largest = rawScores.Max(output => (double)output[row]);
            var sum = rawScores.Sum(output => Math.Exp(output[row] - largest));
            for (var output = 0; output < shares.Length; output++)
                shares[output][row] = (float)(Math.Exp(rawScores[output][row] - largest) / sum);
        }

        return shares;
    }

    /// <summary>How far the shares are from what ML.NET's model of all classes says: that the scores are really its own.</summary>
    private static double SoftmaxDifference(TrainedTrees trained, float[][] shares, IReadOnlyList<float[]> rows) =>
        trained.Ensemble.Link is EnsembleLink.Softmax
            ? shares.Zip(trained.MlNet.Probabilities(rows))
                .Max(output => output.First.Zip(output.Second).Max(pair => Math.Abs((double)pair.First - pair.Second)))
            : 0;

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
