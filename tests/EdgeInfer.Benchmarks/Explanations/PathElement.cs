namespace EdgeInfer.Benchmarks.Explanations;

/// <summary>One feature of the path of <see cref="RecursiveTreeShap"/>, by the names of the algorithm.</summary>
internal struct PathElement
{
    public int Feature;
    public double Zero;
    public double One;
    public double Weight;
}
