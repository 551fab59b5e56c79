namespace EdgeInfer.Trees.Ensembles;

/// <summary>What turns the raw scores of an ensemble into its predictions.</summary>
public abstract record EnsembleLink
{
    private EnsembleLink()
    {
    }

    /// <summary>The raw scores are the predictions, as in regression.</summary>
    public sealed record Identity : EnsembleLink;

    /// <summary>
    /// One calibration an output, computed in double and rounded to float; several outputs are then divided by their
    /// sum, a single one is binary and gives [1 - p, p]. Outputs that are all 0 become uniform.
    /// </summary>
    /// <param name="Outputs">As many as the ensemble has outputs.</param>
    public sealed record Platt(IReadOnlyList<PlattCalibration> Outputs) : EnsembleLink;

    /// <summary>
    /// The raw scores' exponentials, each divided by their sum, computed in double after the largest score is taken off
    /// and rounded to float; two outputs or more.
    /// </summary>
    public sealed record Softmax : EnsembleLink;

    /// <summary>
    /// For forests grown on targets of 0 and 1: raw scores clamped to 0..1; several outputs are then divided by their
    /// sum, a single one is binary and gives [1 - p, p]. Outputs that are all 0 become uniform.
    /// </summary>
    public sealed record ClampedShare : EnsembleLink;
}
