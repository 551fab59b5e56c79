namespace EdgeInfer.Core.Models;

/// <summary>A trained model behind one shape: a span in, a span out, no allocation.</summary>
public interface IModel : IDisposable
{
    /// <summary>Number of input values: features, or channels times length of a window.</summary>
    int InputLength { get; }

    /// <summary>Number of outputs: one a class, or one value for regression and anomaly.</summary>
    int OutputLength { get; }

    /// <summary>Writes class probabilities (sum 1), or the predicted value, into <paramref name="output"/>.</summary>
    void Predict(ReadOnlySpan<float> input, Span<float> output);
}
