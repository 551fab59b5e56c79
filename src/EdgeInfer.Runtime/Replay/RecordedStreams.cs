using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Sources;
using EdgeInfer.Serving.Pipeline;

namespace EdgeInfer.Runtime.Replay;

/// <summary>Recordings in the place of sensors: each is a stream of its own, one after the other.</summary>
internal sealed class RecordedStreams(
    RecordingSet set, IReadOnlyList<Recording> recordings, Playback playback, StreamPipeline pipeline)
{
    /// <summary>
    /// Plays every recording once, or until <paramref name="stop"/>. On a thread of its own: its CPU clock then counts
    /// the pipeline alone.
    /// </summary>
    public Task PlayAsync(CancellationToken stop) => Task.Factory.StartNew(
        () => Play(stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private void Play(CancellationToken stop)
    {
        try
        {
            foreach (var recording in recordings.TakeWhile(_ => !stop.IsCancellationRequested))
                pipeline.Run(set.OpenSource(recording, playback), stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped while it waited for room in the outbox: what has been answered stands.
        }
    }
}
