using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Hosting;
using EdgeInfer.Runtime.Commands;
using EdgeInfer.Runtime.Hosting.InstructionSets;

namespace EdgeInfer.Runtime;

/// <summary><c>edgeinfer-runtime</c>: what runs on the device.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        Level4Executable.TakeOver();
        ParentLife.Watch();
        var root = new RootCommand("EdgeInfer on the device: run bundles, compare them, publish over MQTT.")
        {
            ReplayCommand.Create(), CheckCommand.Create(), ExplainCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // An unknown verb gives two; the last names it.
            await Console.Error.WriteLineAsync(UserError.OneLine(parsed.Errors[^1].Message)).ConfigureAwait(false);
            return UserError.ExitCode;
        }

        try
        {
            // We stop by our own signals, and describe our own errors.
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null })
                .ConfigureAwait(false);
        }
        catch (Exception error) when (UserError.TryDescribe(error, out var line))
        {
            await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
            return UserError.ExitCode;
        }
    }
}
