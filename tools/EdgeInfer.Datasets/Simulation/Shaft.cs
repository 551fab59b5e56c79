namespace EdgeInfer.Datasets.Simulation;

/// <summary>The shaft's angle and load over time: a speed of its own for each recording, drifting as the load does.</summary>
internal sealed class Shaft
{
    public const double SlowestSpeed = 18;
    public const double FastestSpeed = 32;

    private const double LoadSwing = 0.2;

    /// <summary>Slip of an asynchronous motor between no load and full load.</summary>
    private const double Slip = 0.03;

    private readonly double _nominal;
    private readonly double _meanLoad;
    private readonly double _loadPeriod;
    private readonly double _loadPhase;
    private readonly double _ramp;

    public Shaft(SeededRandom random, double seconds)
    {
        _nominal = random.Uniform(SlowestSpeed, FastestSpeed);
        _meanLoad = random.Uniform(0.5, 1);
        _loadPeriod = random.Uniform(3, 9);
        _loadPhase = random.Uniform(0, 2 * Math.PI);
        _ramp = random.Uniform(-0.06, 0.06) / seconds;
        At(0);
    }

    /// <summary>Revolutions since the start.</summary>
    public double Angle { get; private set; }

    /// <summary>Revolutions per second.</summary>
    public double Speed { get; private set; }

    /// <summary>Share of full load.</summary>
    public double Load { get; private set; }

    public void Advance(double time, double step)
    {
        At(time);
        Angle += Speed * step;
    }

    private void At(double time)
    {
        Load = _meanLoad * (1 + (LoadSwing * Math.Sin((2 * Math.PI * time / _loadPeriod) + _loadPhase)));
        Speed = _nominal * (1 + (_ramp * time)) * (1 - (Slip * Load));
    }
}
