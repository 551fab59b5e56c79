using EdgeInfer.Cli.Processes;
using EdgeInfer.Comparison.Observations;
using EdgeInfer.Hub.Ingestion;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.Info;
using EdgeInfer.Telemetry.Messages.ModelState;
using EdgeInfer.Telemetry.Messages.Summary;

namespace EdgeInfer.Cli.Demo;

/// <summary>Follows a replay through its messages until every model's result has come, or the runtime has gone.</summary>
internal sealed class ReplayWatch(DeviceListener listener, ChildProcess runtime, CollectedRun run)
{
    /// <summary>Messages may still be on their way when the runtime has ended.</summary>
    private static readonly TimeSpan LastMessages = TimeSpan.FromSeconds(5);

    /// <summary>False where the runtime ended before its results came; it has said why.</summary>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var exit = EndAfterExitAsync(ended);
        try
        {
            await LiveTable.ShowAsync(run, async refresh =>
            {
                await foreach (var message in listener.Messages.ReadAllAsync(ended.Token).ConfigureAwait(false))
                {
                    Collect(message);
                    refresh();
                    if (run.IsComplete)
                        break;
                }
            }).ConfigureAwait(false);
            return true;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await exit.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task EndAfterExitAsync(CancellationTokenSource ended)
    {
        await runtime.WaitAsync(ended.Token).ConfigureAwait(false);
        ended.CancelAfter(LastMessages);
    }

    private void Collect(Received message)
    {
        switch (message)
        {
            case Received<InfoMessage> { Message: var info }:
                run.Add(info);
                break;
            case Received<ModelStateMessage> { Message: var state }:
                run.Add(state);
                break;
            case Received<InferenceMessage> { Message: var answer }:
                run.Add(answer);
                break;
            case Received<SummaryMessage> { Message: var result }:
                run.Add(result);
                break;
        }
    }
}
