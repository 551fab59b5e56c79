using EdgeInfer.Core.Models;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Runtime.Tests.Support;

/// <summary>A model of <see cref="TinyTask"/> whose work moves the clock.</summary>
/// <param name="time">The clock.</param>
/// <param name="microseconds">Work on the window of this number, from 0.</param>
internal sealed class WorkingModel(ManualTime time, Func<int, long> microseconds) : IModel
{
    private int _windows;

    public int InputLength => TinyTask.Shape.ValueCount;

    public int OutputLength => 2;

    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        time.Microseconds += microseconds(_windows++);
        (output[0], output[1]) = (0.25f, 0.75f);
    }

    public void Dispose()
    {
    }
}
