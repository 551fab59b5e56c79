namespace EdgeInfer.Comparison.Deletion;

/// <summary>What deletion did to one window's answer.</summary>
/// <param name="Group">Group of the window.</param>
/// <param name="ExplainedArea">Area under the curve in the order of the explanation.</param>
/// <param name="RandomArea">Mean area over random orders.</param>
/// <param name="CostRatio">Time of the explanation to that of one inference just before it.</param>
internal readonly record struct WindowDeletion(string Group, double ExplainedArea, double RandomArea, double CostRatio)
{
    /// <summary>Area between the curves: above 0 where the named segments hold the answer up more than any others.</summary>
    public double Score => RandomArea - ExplainedArea;
}
