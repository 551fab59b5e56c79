namespace EdgeInfer.Trees.Explanations;

/// <summary>
/// What one row makes of a split. Let t be the integrand's variable: (LeftOne t + LeftRest (1 - t)) over
/// (t + AboveRest (1 - t)) is what the left branch multiplies its path's product by; the right branch's factor
/// adds up with it to 1. Weight over the square of that divisor is what the feature gets of the difference below.
/// </summary>
internal struct SplitState
{
    public double LeftOne;
    public double LeftRest;
    public double AboveRest;
    public double Weight;
}
