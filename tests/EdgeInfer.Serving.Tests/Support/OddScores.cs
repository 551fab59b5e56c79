using EdgeInfer.Core.Models;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Support;

/// <summary>Scores NaN for each window whose first value is 7.</summary>
internal sealed class OddScores : IModel
{
    public int InputLength => TinyTask.Shape.ValueCount;

    public int OutputLength => TinyTask.Labels.Length;

    public void Predict(ReadOnlySpan<float> input, Span<float> output) => output.Fill(input[0] == 7 ? float.NaN : 0.5f);

    public void Dispose()
    {
    }
}
