using EdgeInfer.Trees.Engines.Sums;
using EdgeInfer.Trees.Engines.Thresholds;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trees.Engines.Heads;

/// <summary>The heads in vectors of 64 bytes, with as few registers of ranks as the ensemble needs.</summary>
internal static class ZmmSweep
{
    /// <summary>Null where 256 ranks do not suffice, or the heads would take too much memory.</summary>
    public static LeafSum? TryOf<TPermutation>(TreeEnsemble ensemble, ThresholdTable table)
        where TPermutation : struct, IBytePermutation
    {
        var ranks = table.Segments.Length;
        if (ranks <= OneRankRegister<TPermutation>.Count)
            return HeadSweep<ZmmLanes<OneRankRegister<TPermutation>, TPermutation>>.TryOf(ensemble, table);
        return ranks <= TwoRankRegisters<TPermutation>.Count
            ? HeadSweep<ZmmLanes<TwoRankRegisters<TPermutation>, TPermutation>>.TryOf(ensemble, table)
            : HeadSweep<ZmmLanes<FourRankRegisters<TPermutation>, TPermutation>>.TryOf(ensemble, table);
    }
}
