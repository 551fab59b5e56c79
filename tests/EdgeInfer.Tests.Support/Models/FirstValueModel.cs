using EdgeInfer.Core.Models;

namespace EdgeInfer.Tests.Support.Models;

/// <summary>A detector whose score is the first value of the window.</summary>
public sealed class FirstValueModel : IModel
{
    public int InputLength => TinyTask.Shape.ValueCount;

    public int OutputLength => 1;

    public void Predict(ReadOnlySpan<float> input, Span<float> output) => output[0] = input[0];

    public void Dispose()
    {
    }
}
