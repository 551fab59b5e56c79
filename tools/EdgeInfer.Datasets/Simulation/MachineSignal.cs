namespace EdgeInfer.Datasets.Simulation;

/// <summary>What the sensor on one machine in one condition measures, sample by sample, before its converter.</summary>
internal sealed class MachineSignal
{
    private const double MainsHz = 50;
    private const double TachometerDeviationHz = 0.03;

    private readonly Machine _machine;
    private readonly MachineFault _fault;
    private readonly SeededRandom _random;
    private readonly double _rateHz;
    private readonly Shaft _shaft;
    private readonly Resonance _resonance;
    private readonly ImpactTrain _outer;
    private readonly ImpactTrain _inner;
    private readonly double[] _phases = new double[8];
    private readonly double _thirdShare;
    private readonly double _axialShare;
    private long _sample;

    public MachineSignal(Machine machine, MachineFault fault, SeededRandom random, double rateHz, double seconds)
    {
        (_machine, _fault, _random, _rateHz) = (machine, fault, random, rateHz);
        _shaft = new Shaft(random, seconds);
        _resonance = new Resonance(machine.ResonanceHz, machine.Damping, rateHz);
        _outer = new ImpactTrain(BearingGeometry.Type6205.OuterRaceOrder, random);
        _inner = new ImpactTrain(BearingGeometry.Type6205.InnerRaceOrder, random);
        for (var i = 0; i < _phases.Length; i++)
            _phases[i] = random.Uniform(0, 1);
        _thirdShare = random.Uniform(0.25, 0.6);
        _axialShare = random.Uniform(1.2, 1.8);
    }

    /// <summary>Acceleration of both axes, g, and the tachometer's speed, revolutions per second.</summary>
    public (double X, double Y, double Speed) Next()
    {
        var before = _shaft.Angle;
        _shaft.Advance(_sample / _rateHz, 1 / _rateHz);
        _resonance.Advance();
        Strike(before);

        var relativeSpeed = _shaft.Speed / Machine.ReferenceSpeed;
        // An unbalanced mass pulls with the square of the speed.
        var square = relativeSpeed * relativeSpeed;
        var residual = _machine.ResidualImbalance * square;
        var added = _fault.Imbalance * square;
        var misaligned = (_machine.ResidualMisalignment + _fault.Misalignment) * (0.5 + (0.5 * _shaft.Load));
        var mesh = _machine.GearMesh * _shaft.Load;
        var ringing = _resonance.Value;

        var x = (residual * Turn(1, 0)) + (added * Turn(1, 1))
            + (misaligned * ((0.25 * Turn(1, 2)) + Turn(2, 3) + (_thirdShare * Turn(3, 4))))
            + (mesh * Turn(_machine.Teeth, 5)) + ringing;
        var y = (0.7 * residual * Turn(1, 0, 0.25)) + (0.7 * added * Turn(1, 1, 0.25))
            + (misaligned * _axialShare * ((0.25 * Turn(1, 2)) + Turn(2, 3) + (_thirdShare * Turn(3, 4))))
            + (0.6 * mesh * Turn(_machine.Teeth, 6)) + (_machine.ImpactCoupling * ringing);
        var hum = Hum();
        _sample++;
        return (
            (_machine.GainX * x) + hum + (_machine.NoiseDeviation * _random.Normal()),
            (_machine.GainY * y) + hum + (_machine.NoiseDeviation * _random.Normal()),
            _shaft.Speed + (TachometerDeviationHz * _random.Normal()));
    }

    private void Strike(double before)
    {
        var force = _shaft.Load * _shaft.Speed / Machine.ReferenceSpeed;
        while (_outer.TryTake(_shaft.Angle, out var angle))
            _resonance.Strike(Scattered(_fault.OuterRace * force), Age(before, angle));

        // A point on the inner race turns with the shaft through the loaded zone once a revolution.
        while (_inner.TryTake(_shaft.Angle, out var angle))
        {
            var zone = 0.5 + (0.5 * Math.Cos(2 * Math.PI * (angle + _phases[7])));
            _resonance.Strike(Scattered(_fault.InnerRace * zone * force), Age(before, angle));
        }

        if (_random.Uniform(0, _rateHz) < _machine.KnocksPerSecond)
            _resonance.Strike(_random.Uniform(0.05, 0.3), _random.Uniform(0, 1 / _rateHz));
    }

    private double Scattered(double amplitude) => amplitude * (1 + (0.15 * _random.Normal()));

    private double Age(double before, double angle) =>
        (_shaft.Angle - angle) / (_shaft.Angle - before) / _rateHz;

    private double Turn(int order, int phase, double shift = 0) =>
        Math.Sin(2 * Math.PI * ((order * _shaft.Angle) + _phases[phase] + shift));

    private double Hum()
    {
        var turn = 2 * Math.PI * MainsHz * _sample / _rateHz;
        return _machine.Hum * (Math.Sin(turn) + (0.5 * Math.Sin(2 * turn)));
    }
}
