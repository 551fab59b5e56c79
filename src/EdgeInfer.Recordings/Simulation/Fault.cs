namespace EdgeInfer.Recordings.Simulation;

/// <summary>How far a fault has grown, g at the reference speed and full load; what is not present is 0.</summary>
/// <param name="Imbalance">Added at 1x.</param>
/// <param name="Misalignment">Added at 2x; a share of it at 3x and 1x.</param>
/// <param name="OuterRace">Peak of the ringing after an impact.</param>
/// <param name="InnerRace">Peak of the ringing after an impact in the loaded zone.</param>
internal sealed record Fault(double Imbalance, double Misalignment, double OuterRace, double InnerRace)
{
    /// <summary>From faint, hidden by what a machine does in good order, to clear.</summary>
    public static Fault Draw(MachineCondition condition, SeededRandom random)
    {
        var (imbalance, misalignment) = (random.LogUniform(0.06, 0.3), random.LogUniform(0.03, 0.16));
        var (outer, inner) = (random.LogUniform(0.07, 0.4), random.LogUniform(0.1, 0.5));
        return new Fault(
            condition == MachineCondition.Imbalance ? imbalance : 0,
            condition == MachineCondition.Misalignment ? misalignment : 0,
            condition == MachineCondition.OuterRace ? outer : 0,
            condition == MachineCondition.InnerRace ? inner : 0);
    }
}
