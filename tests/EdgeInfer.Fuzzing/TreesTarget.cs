using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;
using EdgeInfer.Trees.Tests.Files;

namespace EdgeInfer.Fuzzing;

/// <summary>
/// One input for the reader of compact tree files: refused as it should be, or read, scored and written again. Anything
/// else is an exception, which the fuzzer counts as a crash.
/// </summary>
internal static class TreesTarget
{
    private const string FileName = "fuzzed.trees";

    private static readonly float[] Values = [0f, float.NaN, float.NegativeInfinity, float.PositiveInfinity, 0.5f];

    /// <summary>As it is, and with its checksums made right, so that what they guard is reached.</summary>
    /// <returns>Whether one of both was read.</returns>
    public static bool Run(byte[] bytes)
    {
        var asItIs = TryRead(bytes);
        var resealed = bytes.Length >= CompactTreeLayout.HeaderLength && TryRead(Resealed.Of(bytes));
        return asItIs || resealed;
    }

    private static bool TryRead(byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        if (Read(bytes) is not { } ensemble)
        {
            CheckMemory(before, Math.Min(8L * bytes.Length, EnsembleLimits.Trees), Math.Min(4L * bytes.Length, EnsembleLimits.Nodes));
            return false;
        }

        CheckMemory(before, ensemble.Trees.Count, ensemble.Trees.Sum(tree => tree.NodeCount));
        CheckScores(ensemble);
        var written = CompactTreeFile.Write(ensemble);
        if (!written.AsSpan().SequenceEqual(CompactTreeFile.Write(CompactTreeFile.Read(written, FileName))))
            throw new InvalidOperationException("writing what was read gives other bytes");
        return true;
    }

    private static TreeEnsemble? Read(byte[] bytes)
    {
        try
        {
            return CompactTreeFile.Read(bytes, FileName);
        }
        catch (InvalidInputException refused) when (refused.Message.StartsWith($"{FileName}: section ", StringComparison.Ordinal))
        {
            return null;
        }
    }

    private static void CheckMemory(long before, long trees, long nodes)
    {
        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        if (taken > CompactTreeFile.ReadingMemory(trees, nodes))
            throw new InvalidOperationException($"reading took {taken} bytes for at most {trees} trees and {nodes} nodes");
    }

    private static void CheckScores(TreeEnsemble ensemble)
    {
        using var model = new TreeModel(ensemble);
        var (features, scores) = (new float[model.InputLength], new float[model.OutputCount]);
        foreach (var value in Values)
        {
            features.AsSpan().Fill(value);
            model.Score(features, scores);
            if (Array.Exists(scores, score => !float.IsFinite(score)))
                throw new InvalidOperationException($"a score of rows of {value} is not finite");
        }
    }
}
