namespace EdgeInfer.Datasets.Simulation;

/// <summary>How far a fault has grown, g at the reference speed and full load; what is not present is 0.</summary>
/// <param name="Imbalance">Added at 1x.</param>
/// <param name="Misalignment">Added at 2x; a share of it at 3x and 1x.</param>
/// <param name="OuterRace">Peak of the ringing after an impact.</param>
/// <param name="InnerRace">Peak of the ringing after an impact in the loaded zone.</param>
internal sealed record MachineFault(double Imbalance, double Misalignment, double OuterRace, double InnerRace)
{
    private const double GoldenRatio = 0.6180339887498949;

    /// <param name="growth">0 is faint, hidden by what a machine does in good order; 1 is clear.</param>
    public static MachineFault Of(MachineCondition condition, double growth)
    {
        double Grown(MachineCondition fault, double faint, double clear) =>
            condition == fault ? faint * Math.Pow(clear / faint, growth) : 0;

        return new MachineFault(
            Grown(MachineCondition.Imbalance, 0.1, 0.42),
            Grown(MachineCondition.Misalignment, 0.05, 0.2),
            Grown(MachineCondition.OuterRace, 0.12, 0.5),
            Grown(MachineCondition.InnerRace, 0.18, 0.65));
    }

    /// <summary>Spreads faint and clear faults evenly over the machines (golden-ratio sequence), whatever their number.</summary>
    public static double GrowthOn(int machine, MachineCondition condition, int seed)
    {
        var position = (machine * GoldenRatio) + new SeededRandom(seed, 0, (int)condition).Uniform(0, 1);
        return position - Math.Floor(position);
    }
}
