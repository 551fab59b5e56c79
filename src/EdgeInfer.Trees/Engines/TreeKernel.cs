namespace EdgeInfer.Trees.Engines;

/// <summary>A way of scoring one row; all of them give the same bits.</summary>
public enum TreeKernel
{
    /// <summary>Tree after tree, node after node.</summary>
    Reference,

    /// <summary>Eight trees at a time, over outcomes computed beforehand; any processor, any ensemble.</summary>
    Walk,

    /// <summary>The 16 most visited nodes of a tree at once, in 128 bits: SSSE3, up to 64 features, or Arm's Advanced SIMD, up to 256.</summary>
    Heads128,

    /// <summary>Those of two trees at once: AVX2; up to 64 features.</summary>
    Heads256,

    /// <summary>Those of four trees at once: AVX-512 with VBMI; up to 256 features.</summary>
    Heads512,
}
