using System.Runtime.InteropServices;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.KernelProbe;

internal static class ProbeRows
{
    /// <param name="file">Floats, row after row.</param>
    public static float[][] Read(string file, int length) =>
        [.. MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(file)).ToArray().Chunk(length)];

    /// <summary>Values on the ensemble's thresholds, one ulp beside them, and NaN, infinities, negative zero and denormals.</summary>
    public static float[][] OnEdges(TreeEnsemble ensemble, int count)
    {
        var thresholds = ensemble.Trees.SelectMany(tree => tree.Feature.Zip(tree.Threshold))
            .ToLookup(split => split.First, split => split.Second);
        float[][] byFeature =
        [
            .. Enumerable.Range(0, ensemble.FeatureCount).Select(feature => thresholds[feature].DefaultIfEmpty().ToArray()),
        ];
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(_ => byFeature.Select(Edge).ToArray())];

        float Edge(float[] own)
        {
            var threshold = own[random.Next(own.Length)];
            return random.Next(16) switch
            {
                0 => float.NaN,
                1 => float.PositiveInfinity,
                2 => float.NegativeInfinity,
                3 => -0f,
                4 => float.Epsilon * random.Next(1, 100),
                5 or 6 => MathF.BitIncrement(threshold),
                7 or 8 => MathF.BitDecrement(threshold),
                _ => threshold,
            };
        }
    }
}
