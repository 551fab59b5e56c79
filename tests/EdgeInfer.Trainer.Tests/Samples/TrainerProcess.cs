using System.Diagnostics;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Trainer.Tests.Samples;

/// <summary>The trainer as the command line starts it.</summary>
/// <param name="ExitCode">Exit code of the process.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
internal sealed record TrainerProcess(int ExitCode, string Output, string Error)
{
    public static Task<TrainerProcess> Run(params string[] arguments) => Start(Repository.Trainer, arguments);

    public static async Task<TrainerProcess> Start(string program, params string[] arguments)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var error = process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return new TrainerProcess(process.ExitCode, await output, await error);
    }
}
