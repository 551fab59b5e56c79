using System.Runtime.InteropServices;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;
using EdgeInfer.Trees.Files;

namespace EdgeInfer.Tests.Support.Fuzzing;

/// <summary>
/// One input for the reader of compact tree files: refused as it should be, or read, scored and written again. Anything
/// else is an exception, which the fuzzer counts as a crash.
/// </summary>
public static class TreesTarget
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

    /// <summary>Finite, and by every kernel and by the batch the plain walk's bits.</summary>
    private static void CheckScores(TreeEnsemble ensemble)
    {
        using var walk = new TreeModel(ensemble, TreeKernel.Reference);
        float[] rows = [.. Rows(walk.InputLength)];
        var expected = Scores(walk, rows);
        if (Array.Exists(expected, score => !float.IsFinite(score)))
            throw new InvalidOperationException("a score is not finite");
        foreach (var kernel in TreeModel.KernelsFor(ensemble))
        {
            using var model = new TreeModel(ensemble, kernel);
            var batch = new float[expected.Length];
            model.ScoreBatch(rows, batch);
            if (!SameBits(expected, Scores(model, rows)) || !SameBits(expected, batch))
                throw new InvalidOperationException($"{kernel} scores other bits than the plain walk");
        }
    }

    /// <summary>As many as a batch takes together: first of one value each, then of several.</summary>
    private static IEnumerable<float> Rows(int length) =>
        from row in Enumerable.Range(0, 4 * Values.Length)
        from feature in Enumerable.Range(0, length)
        select Values[(row + feature * (row / Values.Length)) % Values.Length];

    private static float[] Scores(TreeModel model, float[] rows)
    {
        var scores = new float[rows.Length / model.InputLength * model.OutputCount];
        for (var row = 0; row < rows.Length / model.InputLength; row++)
            model.Score(rows.AsSpan(row * model.InputLength, model.InputLength), scores.AsSpan(row * model.OutputCount, model.OutputCount));
        return scores;
    }

    private static bool SameBits(float[] expected, float[] found) =>
        MemoryMarshal.Cast<float, int>(expected).SequenceEqual(MemoryMarshal.Cast<float, int>(found));
}
