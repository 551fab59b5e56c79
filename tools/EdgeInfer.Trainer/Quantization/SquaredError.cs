namespace EdgeInfer.Trainer.Quantization;

/// <summary>Sums of squares of a tensor and of its error, over many inputs.</summary>
internal sealed class SquaredError
{
    private double _signal;
    private double _noise;

    public double Largest { get; private set; }

    /// <summary>
    /// Signal to noise; null without noise. A tensor of zeros that is not reproduced has minus infinity: -999 stands for it in JSON.
    /// </summary>
    public double? Decibels => _noise == 0 ? null : Math.Max(-999, 10 * Math.Log10(_signal / _noise));

    public void Add(ReadOnlySpan<float> wanted, ReadOnlySpan<float> found)
    {
        if (wanted.Length != found.Length)
            throw new ArgumentException($"{wanted.Length} values against {found.Length}", nameof(found));
        for (var i = 0; i < wanted.Length; i++)
        {
            var difference = (double)wanted[i] - found[i];
            _signal += (double)wanted[i] * wanted[i];
            _noise += difference * difference;
            Largest = Math.Max(Largest, Math.Abs(difference));
        }
    }
}
