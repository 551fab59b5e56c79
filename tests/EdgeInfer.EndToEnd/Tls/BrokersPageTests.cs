using System.Globalization;
using System.Text.RegularExpressions;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Brokers;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.EndToEnd.Tls;

/// <summary>docs/brokers.md, from its first command to a device that publishes.</summary>
public sealed partial class BrokersPageTests
{
    private const string Page = "docs/brokers.md";
    private const string Installed = "/etc/mosquitto/certs/";

    [Fact]
    public async Task ItsCommandsSetUpABrokerThatLetsTheDeviceIn()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/openssl"), "needs openssl (Debian: apt-get install openssl)");
        Assert.SkipUnless(File.Exists("/usr/bin/mosquitto_passwd"), "needs mosquitto_passwd (Debian: apt-get install mosquitto)");
        using var folder = new TemporaryFolder();
        var blocks = Blocks().Matches(await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, Page), TestContext.Current.CancellationToken));
        string[] Of(string kind) =>
            [.. blocks.Where(block => block.Groups["kind"].Value == kind).Select(block => block.Groups["text"].Value)];
        var commands = Of("sh").ToLookup(text => text.StartsWith("edgeinfer-runtime ", StringComparison.Ordinal));
        await using (var shell = ToolProcess.Start(folder.Path, ["bash", "-eu", "-c", string.Concat(commands[false])]))
            (await shell.EndAsync()).Succeeded();
        var configuration = string.Join('\n', Assert.Single(Of("conf"))
            .Replace(Installed, folder.Path + "/", StringComparison.Ordinal)
            .Split('\n')
            .Where(line => !line.StartsWith("listener ", StringComparison.Ordinal)));
        await using var broker = Mosquitto.OrSkip(configuration);
        await broker.StartAsync();

        var command = Assert.Single(commands[true]).Trim()
            .Replace(":8883", string.Create(CultureInfo.InvariantCulture, $":{broker.Port}"), StringComparison.Ordinal)
            .Replace("DATA", TinyTask.WriteData(folder.File("data"), windows: 6, "a"), StringComparison.Ordinal)
            .Replace("BUNDLE", TinyTask.WriteTreeBundle(folder.File("trees")), StringComparison.Ordinal)
            .Split(' ')[1..];
        await using var device = ToolProcess.Start(folder.Path, [.. Executables.JitRuntime, .. command, "--speed", "20"]);
        var result = (await device.EndAsync()).Succeeded();

        Assert.Contains(result.Output, line => line.StartsWith("connected to mqtts://localhost:", StringComparison.Ordinal));
        Assert.DoesNotContain("a long secret", result.ToString(), StringComparison.Ordinal);
    }

    [GeneratedRegex("^```(?<kind>sh|conf)\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
