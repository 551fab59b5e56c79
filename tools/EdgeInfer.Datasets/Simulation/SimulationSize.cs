namespace EdgeInfer.Datasets.Simulation;

/// <summary>How much the simulator writes: one recording a machine and condition.</summary>
/// <param name="TrainMachines">Machines on the training side.</param>
/// <param name="TestMachines">Machines on the test side.</param>
/// <param name="Seconds">Length of a recording, s.</param>
public sealed record SimulationSize(int TrainMachines, int TestMachines, double Seconds)
{
    /// <summary>90 recordings, about 25 MB.</summary>
    public static SimulationSize Full { get; } = new(12, 6, 7);

    /// <summary>45 recordings, about 6 MB, for a first look.</summary>
    public static SimulationSize Quick { get; } = new(6, 3, 3.5);
}
