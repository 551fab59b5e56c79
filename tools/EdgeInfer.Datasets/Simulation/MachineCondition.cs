namespace EdgeInfer.Datasets.Simulation;

/// <summary>The classes of the simulated task.</summary>
internal enum MachineCondition
{
    Normal,
    Imbalance,
    Misalignment,
    OuterRace,
    InnerRace,
}
