using System.Diagnostics;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Runtime.Tests.Support;

/// <summary>The executable as a process of its own, with a home folder of its own.</summary>
internal static class RuntimeProcess
{
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(string home, params string[] arguments)
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["HOME"] = home, ["XDG_CACHE_HOME"] = "", ["ORT_DISABLE_TELEMETRY"] = null },
        };
        start.ArgumentList.Add(Path.Combine(
            Repository.Root, "src", "EdgeInfer.Runtime", "bin", configuration, "net10.0", "edgeinfer-runtime.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var stop = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, await output, await error);
    }
}
