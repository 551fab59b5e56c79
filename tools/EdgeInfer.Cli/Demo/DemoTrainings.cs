using EdgeInfer.Cli.Processes;

namespace EdgeInfer.Cli.Demo;

/// <summary>Runs trainings at once, each in a process of its own: one learns on one core.</summary>
internal static class DemoTrainings
{
    /// <param name="commands">Command lines of the trainer.</param>
    /// <param name="stop">Ends them all.</param>
    /// <returns>0, or the exit code of the first that failed; the others are ended then.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string[]> commands, CancellationToken stop)
    {
        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var failed = 0;
        await TrainingBars.ShowAsync(lines => Task.WhenAll(commands.Select(command => RunOneAsync(command, lines)))).ConfigureAwait(false);
        stop.ThrowIfCancellationRequested();
        return failed;

        async Task RunOneAsync(string[] command, ChildLines lines)
        {
            try
            {
                var code = await ChildProcess.RunAsync(Sibling.Trainer, command, all.Token, lines).ConfigureAwait(false);
                if (code != 0 && Interlocked.CompareExchange(ref failed, code, 0) == 0)
                    await all.CancelAsync().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (all.IsCancellationRequested)
            {
                // Ended because another one failed, or on request: both are told by the caller.
            }
        }
    }
}
