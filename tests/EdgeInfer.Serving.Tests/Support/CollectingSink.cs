using EdgeInfer.Core.Windows;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Serving.Tests.Support;

internal sealed class CollectingSink : IAnswerSink
{
    public List<(string Stream, WindowHeader Window, string Model, Answer Answer)> Answers { get; } = new(capacity: 4096);

    /// <summary>Bytes that the thread had allocated when each answer came.</summary>
    public List<long> Allocated { get; } = new(capacity: 4096);

    public void Accept(string stream, in WindowHeader window, ModelLane lane, in Answer answer)
    {
        Answers.Add((stream, window, lane.Name, answer));
        Allocated.Add(GC.GetAllocatedBytesForCurrentThread());
    }
}
