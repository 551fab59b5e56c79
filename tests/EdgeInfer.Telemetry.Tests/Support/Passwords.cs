using System.Diagnostics;

namespace EdgeInfer.Telemetry.Tests.Support;

/// <summary>Mosquitto's list of users, by its own program.</summary>
internal static class Passwords
{
    private const string Executable = "/usr/bin/mosquitto_passwd";

    public static async Task SetAsync(string file, string user, string password)
    {
        Assert.SkipUnless(File.Exists(Executable), "needs mosquitto_passwd (Debian: apt-get install mosquitto)");
        using var process = Process.Start(Executable, ["-b", file, user, password]);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
    }
}
