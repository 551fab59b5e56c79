using System.Numerics;

namespace EdgeInfer.Datasets.Simulation;

/// <summary>
/// A structure that rings after each impact: the sum of A exp(-zeta w t) sin(w sqrt(1 - zeta^2) t) over all impacts so
/// far, kept as one turning and shrinking complex number, so that impacts may fall between two samples.
/// </summary>
internal sealed class Resonance
{
    private readonly Complex _pole;
    private readonly Complex _perSample;
    private Complex _state;

    public Resonance(double frequencyHz, double damping, double rateHz)
    {
        var omega = 2 * Math.PI * frequencyHz;
        _pole = new Complex(-damping * omega, omega * Math.Sqrt(1 - (damping * damping)));
        _perSample = Complex.Exp(_pole / rateHz);
    }

    public double Value => _state.Imaginary;

    public void Advance() => _state *= _perSample;

    /// <summary>An impact that happened <paramref name="age"/> seconds before the current sample.</summary>
    public void Strike(double amplitude, double age) => _state += amplitude * Complex.Exp(_pole * age);
}
