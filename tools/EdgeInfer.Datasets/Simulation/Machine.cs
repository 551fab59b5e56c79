namespace EdgeInfer.Datasets.Simulation;

/// <summary>
/// What differs from one machine to the next, in good order already. Amplitudes in g at the reference speed and full load.
/// </summary>
internal sealed record Machine
{
    /// <summary>Speed at which the amplitudes are stated, revolutions per second.</summary>
    public const double ReferenceSpeed = 25;

    public required double ResonanceHz { get; init; }

    /// <summary>Share of critical damping.</summary>
    public required double Damping { get; init; }

    public required double GainX { get; init; }
    public required double GainY { get; init; }

    /// <summary>Share of a bearing's impacts that reaches the second sensor axis.</summary>
    public required double ImpactCoupling { get; init; }

    public required double ResidualImbalance { get; init; }
    public required double ResidualMisalignment { get; init; }
    public required double GearMesh { get; init; }

    /// <summary>Teeth of the driving gear: its mesh is heard at this multiple of the speed.</summary>
    public required int Teeth { get; init; }

    public required double Hum { get; init; }
    public required double NoiseDeviation { get; init; }

    /// <summary>Knocks of the process, per second, that ring the structure as a fault would.</summary>
    public required double KnocksPerSecond { get; init; }

    public static Machine Draw(SeededRandom random) => new()
    {
        ResonanceHz = random.Uniform(560, 840),
        Damping = random.Uniform(0.03, 0.06),
        GainX = random.LogUniform(0.75, 1.35),
        GainY = random.LogUniform(0.75, 1.35),
        ImpactCoupling = random.Uniform(0.35, 0.75),
        ResidualImbalance = random.LogUniform(0.02, 0.06),
        ResidualMisalignment = random.LogUniform(0.008, 0.025),
        GearMesh = random.LogUniform(0.01, 0.05),
        Teeth = (int)random.Uniform(17, 30),
        Hum = random.LogUniform(0.004, 0.025),
        NoiseDeviation = random.LogUniform(0.02, 0.04),
        KnocksPerSecond = random.Uniform(0.5, 4),
    };
}
