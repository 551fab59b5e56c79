namespace EdgeInfer.Cli.Processes;

/// <summary>Exit codes beside 0 and that of <see cref="Core.Errors.UserError"/>.</summary>
internal static class ExitCodes
{
    /// <summary>Ended by Ctrl-C: 128 and the number of the signal, as shells have it.</summary>
    public const int Interrupted = 130;
}
