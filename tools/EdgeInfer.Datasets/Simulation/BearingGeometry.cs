namespace EdgeInfer.Datasets.Simulation;

/// <summary>
/// A ball bearing with a fixed outer ring. Its defect orders are multiples of the shaft speed
/// (Randall and Antoni, Mechanical Systems and Signal Processing 25, 2011, 485-520, equations 1 and 2).
/// </summary>
/// <param name="Balls">Rolling elements.</param>
/// <param name="DiameterRatio">Ball diameter over pitch diameter.</param>
/// <param name="ContactAngle">Angle of the load from the radial plane, rad.</param>
internal sealed record BearingGeometry(int Balls, double DiameterRatio, double ContactAngle)
{
    /// <summary>Deep-groove ball bearing 6205: 9 balls of 7.94 mm on a pitch circle of 39.04 mm.</summary>
    public static BearingGeometry Type6205 { get; } = new(9, 7.94 / 39.04, 0);

    /// <summary>Ball passes over a point of the outer race per revolution (BPFO).</summary>
    public double OuterRaceOrder => Balls / 2.0 * (1 - (DiameterRatio * Math.Cos(ContactAngle)));

    /// <summary>Ball passes over a point of the inner race per revolution (BPFI).</summary>
    public double InnerRaceOrder => Balls / 2.0 * (1 + (DiameterRatio * Math.Cos(ContactAngle)));
}
