using System.Runtime.InteropServices;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Engines;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Import.Proof;

/// <summary>Proves that every kernel of this machine, row by row and in batches, gives an imported ensemble's scores to the bit.</summary>
internal static class KernelProof
{
    private const int BatchRows = 1_000;

    /// <exception cref="InvalidInputException">A kernel gives another score than the plain walk; nothing should be imported.</exception>
    public static void Run(string file, TreeEnsemble ensemble, IReadOnlyList<float[]> rows)
    {
        foreach (var kernel in TreeModel.KernelsFor(ensemble))
        {
            using var walk = new TreeModel(ensemble, TreeKernel.Reference);
            using var model = new TreeModel(ensemble, kernel);
            foreach (var batch in rows.Chunk(BatchRows))
            {
                float[] values = [.. batch.SelectMany(row => row)];
                var expected = OneByOne(walk, batch);
                var together = new float[expected.Length];
                model.ScoreBatch(values, together);
                if (!SameBits(expected, OneByOne(model, batch)) || !SameBits(expected, together))
                    throw new InvalidInputException(file, $"kernel {kernel} scores other bits than the plain walk; nothing was imported");
            }
        }
    }

    private static float[] OneByOne(TreeModel model, float[][] rows)
    {
        var scores = new float[rows.Length * model.OutputCount];
        for (var row = 0; row < rows.Length; row++)
            model.Score(rows[row], scores.AsSpan(row * model.OutputCount, model.OutputCount));
        return scores;
    }

    private static bool SameBits(float[] expected, float[] found) =>
        MemoryMarshal.Cast<float, int>(expected).SequenceEqual(MemoryMarshal.Cast<float, int>(found));
}
