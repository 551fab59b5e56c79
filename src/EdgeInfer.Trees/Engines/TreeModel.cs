using EdgeInfer.Core.Models;
using EdgeInfer.Trees.Engines.Batches;
using EdgeInfer.Trees.Engines.Sums;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines;

/// <summary>
/// Scores rows with the fastest kernel that this processor has for the ensemble. Raw scores equal the plain walk's,
/// and so ML.NET's, bit for bit, whatever the kernel. Allocates only when constructed; an instance serves one thread at
/// a time.
/// </summary>
public sealed class TreeModel : IModel
{
    /// <summary>Fewer rows are scored one by one: the batch costs as much for one row as for all that it holds.</summary>
    private const int SmallestBatch = 16;

    private readonly LeafSum _sum;
    private readonly FlatTrees _ordered;
    private readonly SumBound _bound;
    private readonly double[] _sums;
    private readonly float[] _divisors;
    private readonly LinkFunction _link;
    private readonly BatchSum? _batch;
    private readonly double[] _batchSums;

    /// <summary>Lays the trees out for every kernel that this processor has, times each on a few rows, and keeps the fastest.</summary>
    /// <exception cref="ArgumentException">The ensemble is not sound; the message names tree, node and value.</exception>
    public TreeModel(TreeEnsemble ensemble)
        : this(ensemble, choice => choice.Fastest(), (choice, single) => choice.FasterBatch(single))
    {
    }

    /// <summary>With a kernel of one's own choice, and the batch wherever there is one.</summary>
    /// <exception cref="ArgumentException">The ensemble is not sound, or the kernel has no layout for it.</exception>
    /// <exception cref="PlatformNotSupportedException">The processor lacks the kernel's instructions.</exception>
    public TreeModel(TreeEnsemble ensemble, TreeKernel kernel)
        : this(ensemble, choice => (kernel, Forced(choice, kernel)), (choice, _) => choice.Batch())
    {
    }

    private TreeModel(
        TreeEnsemble ensemble,
        Func<KernelChoice, (TreeKernel Kernel, LeafSum Sum)> choose,
        Func<KernelChoice, LeafSum, BatchSum?> chooseBatch)
    {
        var choice = new KernelChoice(Sound(ensemble));
        (Kernel, _sum) = choose(choice);
        _batch = chooseBatch(choice, _sum);
        _batchSums = new double[_batch is null ? 0 : ensemble.OutputCount * BatchSum.Rows];
        _ordered = FlatTrees.Of(ensemble);
        _bound = new SumBound(ensemble);
        _sums = new double[ensemble.OutputCount];
        _link = LinkFunction.Of(ensemble);
        _divisors = new float[ensemble.OutputCount];
        for (var output = 0; output < _divisors.Length; output++)
            _divisors[output] = ensemble.Aggregation == Aggregation.Mean ? _ordered.FirstTree[output + 1] - _ordered.FirstTree[output] : 1;
        InputLength = ensemble.FeatureCount;
        OutputCount = ensemble.OutputCount;
        OutputLength = ensemble.PredictionCount;
    }

    /// <summary>The kernel in use.</summary>
    public TreeKernel Kernel { get; }

    public int InputLength { get; }

    /// <summary>Number of raw scores.</summary>
    public int OutputCount { get; }

    /// <summary>Number of probabilities (2 for a binary ensemble) or values.</summary>
    public int OutputLength { get; }

    /// <summary>Kernels that this processor has for an ensemble, the plain walk among them; lays the trees out for each.</summary>
    /// <exception cref="ArgumentException">The ensemble is not sound; the message names tree, node and value.</exception>
    public static IReadOnlyList<TreeKernel> KernelsFor(TreeEnsemble ensemble) => [.. new KernelChoice(Sound(ensemble)).Supported];

    /// <summary>Writes the raw score of each output: ML.NET's, bit for bit.</summary>
    /// <param name="features"><see cref="InputLength"/> values; NaN and infinities are allowed.</param>
    /// <param name="raw">Receives <see cref="OutputCount"/> values.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Score(ReadOnlySpan<float> features, Span<float> raw)
    {
        if (features.Length != InputLength)
            throw new ArgumentException($"{features.Length} features for a model of {InputLength}", nameof(features));
        if (raw.Length != OutputCount)
            throw new ArgumentException($"room for {raw.Length} scores of a model of {OutputCount}", nameof(raw));
        _sum.Of(features, _sums);
        for (var output = 0; output < raw.Length; output++)
            raw[output] = Round(output, _sums[output], features) / _divisors[output];
    }

    /// <summary>Writes the raw scores of many rows, the same bits as <see cref="Score"/>'s.</summary>
    /// <param name="rows">Rows of <see cref="InputLength"/> values, one after another.</param>
    /// <param name="raw">Receives <see cref="OutputCount"/> values a row, row after row.</param>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void ScoreBatch(ReadOnlySpan<float> rows, Span<float> raw)
    {
        var count = rows.Length / InputLength;
        if (rows.Length != count * InputLength)
            throw new ArgumentException($"{rows.Length} values are no whole rows of {InputLength}", nameof(rows));
        if (raw.Length != count * OutputCount)
            throw new ArgumentException($"room for {raw.Length} scores of {count} rows of {OutputCount}", nameof(raw));
        for (var row = 0; row < count;)
        {
            var left = count - row;
            if (_batch is null || left < SmallestBatch)
            {
                Score(rows.Slice(row * InputLength, InputLength), raw.Slice(row * OutputCount, OutputCount));
                row++;
                continue;
            }

            var taken = Math.Min(left, BatchSum.Rows);
            ScoreTogether(rows.Slice(row * InputLength, taken * InputLength), raw.Slice(row * OutputCount, taken * OutputCount));
            row += taken;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">A span has another length.</exception>
    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        if (output.Length != OutputLength)
            throw new ArgumentException($"room for {output.Length} predictions of a model of {OutputLength}", nameof(output));
        Score(input, output[..OutputCount]);
        _link.Apply(output);
    }

    public void Dispose()
    {
    }

    private static TreeEnsemble Sound(TreeEnsemble ensemble) =>
        EnsembleProof.FirstFault(ensemble) is { } fault ? throw new ArgumentException(fault.ToString(), nameof(ensemble)) : ensemble;

    private static LeafSum Forced(KernelChoice choice, TreeKernel kernel)
    {
        if (!KernelChoice.IsSupported(kernel))
            throw new PlatformNotSupportedException($"this processor has no {kernel}");
        return choice.Of(kernel) ?? throw new ArgumentException($"{kernel} has no layout for this ensemble", nameof(kernel));
    }

    private void ScoreTogether(ReadOnlySpan<float> rows, Span<float> raw)
    {
        _batch!.Of(rows, InputLength, _batchSums);
        for (var i = 0; i < raw.Length; i++)
        {
            var (row, output) = (i / OutputCount, i % OutputCount);
            var sum = _batchSums[(output * BatchSum.Rows) + row];
            raw[i] = Round(output, sum, rows.Slice(row * InputLength, InputLength)) / _divisors[output];
        }
    }

    private float Round(int output, double sum, ReadOnlySpan<float> features) =>
        _bound.TryRound(output, sum, out var rounded) ? rounded : (float)_ordered.SumOf(output, features);
}
