using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Runtime.Commands;

namespace EdgeInfer.Runtime;

/// <summary><c>edgeinfer-runtime</c>: what runs on the device.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("EdgeInfer on the device: run bundles, compare them, publish over MQTT.")
        {
            ReplayCommand.Create(), CheckCommand.Create(),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await Console.Error.WriteLineAsync(parsed.Errors[0].Message).ConfigureAwait(false);
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
