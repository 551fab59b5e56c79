using System.Globalization;

namespace EdgeInfer.Datasets.Tests.Simulation;

/// <summary>Plain, slow spectra at chosen orders of the shaft: an independent judge of the simulated physics.</summary>
internal sealed class EnvelopeProbe
{
    private const double RateHz = 2048;

    private readonly double[][] _columns;

    public EnvelopeProbe(string path)
    {
        var rows = File.ReadLines(path).Skip(1)
            .Select(line => line.Split(',').Select(field => double.Parse(field, CultureInfo.InvariantCulture)).ToArray())
            .ToArray();
        _columns = [.. Enumerable.Range(0, 3).Select(column => rows.Select(row => row[column]).ToArray())];
    }

    /// <summary>Amplitude of a signal at a multiple of the shaft's speed, followed as the speed drifts.</summary>
    public double Order(int axis, double order) => Amplitude(_columns[axis], order);

    /// <summary>The same of the squared signal in the band of the resonances.</summary>
    public double EnvelopeOrder(double order)
    {
        var high = HighPassed(_columns[0]);
        return Amplitude([.. high.Select(value => value * value)], order);
    }

    private double Amplitude(double[] signal, double order)
    {
        var mean = signal.Average();
        var (angle, real, imaginary) = (0.0, 0.0, 0.0);
        for (var i = 0; i < signal.Length; i++)
        {
            var window = 0.5 - (0.5 * Math.Cos(2 * Math.PI * i / signal.Length));
            // The tachometer's noise averages out over the revolutions.
            angle += _columns[2][i] / RateHz;
            var turn = 2 * Math.PI * order * angle;
            real += window * (signal[i] - mean) * Math.Cos(turn);
            imaginary += window * (signal[i] - mean) * Math.Sin(turn);
        }

        return 4 * Math.Sqrt((real * real) + (imaginary * imaginary)) / signal.Length;
    }

    /// <summary>Four differences: what the shaft does below 100 Hz is gone, the resonances above 500 Hz stay.</summary>
    private static double[] HighPassed(double[] signal)
    {
        var result = signal;
        for (var pass = 0; pass < 4; pass++)
        {
            var input = result;
            result = [.. Enumerable.Range(1, input.Length - 1).Select(i => (input[i] - input[i - 1]) / 2)];
        }

        return result;
    }
}
