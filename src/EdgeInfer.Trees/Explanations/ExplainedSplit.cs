namespace EdgeInfer.Trees.Explanations;

/// <summary>A node as explanations see it.</summary>
/// <param name="Feature">Feature asked.</param>
/// <param name="Threshold">A value at most as large goes left.</param>
/// <param name="MissingLeft">Whether NaN goes left.</param>
/// <param name="Sum">Where this feature's contribution is summed.</param>
/// <param name="Left">Place of the left child in its tree: splits from 0 on, then leaves.</param>
/// <param name="Right">As <paramref name="Left"/>.</param>
/// <param name="Above">
/// Branch by which the path last passed a split of the same feature (<see cref="LeftBranch"/>, or that plus 1), or
/// <see cref="NoBranch"/>.
/// </param>
/// <param name="LeftShare">Share of the split's training rows that went left.</param>
/// <param name="AboveShare">Product of the shares of the branches that the path took at splits of the same feature; 1 without any.</param>
internal readonly record struct ExplainedSplit(
    int Feature, float Threshold, bool MissingLeft, int Sum, int Left, int Right, int Above, double LeftShare, double AboveShare)
{
    public const int NoBranch = 0;

    public static int LeftBranch(int split) => 2 + (2 * split);
}
