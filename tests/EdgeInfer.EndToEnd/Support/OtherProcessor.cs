using System.Diagnostics;

namespace EdgeInfer.EndToEnd.Support;

/// <summary>Lets a program see another /proc/cpuinfo, in a mount namespace of its own; the rest of the machine stays.</summary>
internal static class OtherProcessor
{
    // Says its process id first: whoever starts us would send signals there.
    private const string Script = "mount --bind \"$1\" /proc/cpuinfo && shift && echo \"started as $$\" && exec \"$@\"";

    /// <summary>The command that starts <paramref name="command"/> so; the test skips where the system forbids it.</summary>
    /// <param name="cpuinfo">The file that it sees.</param>
    public static string[] RunOrSkip(string cpuinfo, params string[] command)
    {
        string[] prefix = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", Script, "sh", cpuinfo];
        using var trial = Process.Start(new ProcessStartInfo(prefix[0], [.. prefix[1..], "true"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        trial.WaitForExit();
        Assert.SkipUnless(trial.ExitCode == 0, "needs mount namespaces (unshare --user --mount)");
        return [.. prefix, .. command];
    }
}
