using EdgeInfer.Core.Models;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Serving.Tests.Support;

/// <summary>Takes a stated time and writes down that it ran.</summary>
internal sealed class TimedModel(string name, ManualTime time, long microseconds, List<string> order) : IModel
{
    public int InputLength => TinyTask.Shape.ValueCount;

    public int OutputLength => 2;

    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        time.Microseconds += microseconds;
        order.Add(name);
        (output[0], output[1]) = (0.25f, 0.75f);
    }

    public void Dispose()
    {
    }
}
