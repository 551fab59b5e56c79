namespace EdgeInfer.Trees.Engines;

/// <summary>
/// A way of scoring one row; all of them give the same bits. Some look up a limited number of ranks: one for each feature
/// that is asked, and more where it has over 255 thresholds or where NaN goes both ways.
/// </summary>
public enum TreeKernel
{
    /// <summary>Tree after tree, node after node.</summary>
    Reference,

    /// <summary>Eight trees at a time, over outcomes computed beforehand; any processor, any ensemble.</summary>
    Walk,

    /// <summary>
    /// The 16 most visited nodes of a tree at once, in 128 bits: SSSE3, up to 64 ranks, or Arm's Advanced SIMD, up to 256.
    /// </summary>
    Heads128,

    /// <summary>Those of two trees at once: AVX2; up to 64 ranks.</summary>
    Heads256,

    /// <summary>Those of four trees at once: AVX-512 with VBMI; up to 256 ranks.</summary>
    Heads512,
}
