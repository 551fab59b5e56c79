namespace EdgeInfer.Datasets.Surveying;

/// <summary>What the numbers of one column do along one file.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Increases">Rows whose number is above the one before.</param>
/// <param name="Decreases">Rows whose number is below the one before.</param>
/// <param name="First">First number.</param>
/// <param name="Last">Last number.</param>
/// <param name="Step">Step from row to row, as <see cref="UsualStep"/> finds it; NaN without a rise.</param>
/// <param name="MedianRise">Median of the rises; NaN without one.</param>
/// <param name="LargestFall">Largest step back.</param>
internal sealed record FileColumn(
    long Rows, long Increases, long Decreases, double First, double Last, double Step, double MedianRise, double LargestFall)
{
    private const double FewSteps = 10;

    public bool IsConstant => Increases == 0 && Decreases == 0;

    /// <summary>Some rows are out of order by a few steps; a clock that was set back falls farther.</summary>
    public bool IsSwapped => Decreases > 0 && LargestFall <= FewSteps * MedianRise;

    /// <summary>Rises from row to row, as a clock or a counter does.</summary>
    public bool Rises => Rows > 1 && Decreases == 0 && Increases * 2 > Rows;

    /// <summary>Rises nearly always, and falls now and then, as a clock does in a table of several recordings.</summary>
    public bool RisesMostly => Rows > 16 && Increases * 20 > Rows * 19;
}
