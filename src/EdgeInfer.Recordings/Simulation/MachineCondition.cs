namespace EdgeInfer.Recordings.Simulation;

/// <summary>The classes of the simulated task.</summary>
internal enum MachineCondition
{
    Normal,
    Imbalance,
    Misalignment,
    OuterRace,
    InnerRace,
}
