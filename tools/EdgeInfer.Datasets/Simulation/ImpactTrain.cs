namespace EdgeInfer.Datasets.Simulation;

/// <summary>
/// Impacts of a bearing defect at a multiple of the shaft's angle. Slip of the balls makes each spacing vary by about
/// one percent, without memory (Randall and Antoni 2011, section 3.2): the harmonics smear as they do on real machines.
/// </summary>
internal sealed class ImpactTrain(double order, SeededRandom random)
{
    private const double SlipDeviation = 0.012;

    private double _next = random.Uniform(0, 1) / order;

    /// <summary>Takes the next impact at or before <paramref name="angle"/>, in revolutions.</summary>
    public bool TryTake(double angle, out double impactAngle)
    {
        impactAngle = _next;
        if (_next > angle)
            return false;
        _next += (1 + (SlipDeviation * random.Normal())) / order;
        return true;
    }
}
