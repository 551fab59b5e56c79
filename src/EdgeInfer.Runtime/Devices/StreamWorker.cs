using EdgeInfer.Runtime.Publishing;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Runtime.Devices;

/// <summary>A stream on a thread of its own: its CPU clock then counts the pipeline alone.</summary>
internal sealed class StreamWorker(StreamPlan plan, IAnswerSink sink, TimeProvider time)
{
    public RunningStream Stream { get; } = new(new StreamPipeline(plan.Shape, plan.Lanes, sink, time), plan.Lanes) { Marks = plan.Marks };

    /// <summary>Runs every source once, or until <paramref name="stop"/>.</summary>
    public Task RunAsync(CancellationToken stop) => Task.Factory.StartNew(
        () => Run(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Run(CancellationToken stop)
    {
        try
        {
            using var sources = plan.Sources.GetEnumerator();
            while (!stop.IsCancellationRequested && sources.MoveNext())
                Stream.Pipeline.Run(sources.Current, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped while it waited for room in the outbox: what has been answered stands.
        }
    }
}
