using System.Globalization;
using System.Net;
using System.Net.Sockets;
using EdgeInfer.EndToEnd.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.EndToEnd.Input;

public sealed class BadInputTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BadInputTests() => OwnRecordings.Write(Data);

    private string Data => _folder.File("data");

    [Theory]
    [MemberData(nameof(BadInput.Names), MemberType = typeof(BadInput))]
    public async Task OneLineTellsWhatToMend(string name)
    {
        var bad = BadInput.All[name];
        bad.Spoil(Data);

        var result = await ToolProcess.EdgeInferAsync(_folder.Path, bad.Arguments);

        IsOneLine(result, bad.Says);
        Assert.False(Directory.Exists(_folder.File("artifacts/demo/bundles")));
        Assert.False(Directory.Exists(_folder.File("models")));
    }

    [Fact]
    public async Task APortInUseIsToldBeforeAnythingIsTrained()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var result = await ToolProcess.EdgeInferAsync(
            _folder.Path, "demo", "--data", "data", "--port", port.ToString(CultureInfo.InvariantCulture));

        IsOneLine(result, string.Create(CultureInfo.InvariantCulture, $"port {port} on 127.0.0.1: is in use"));
        Assert.False(Directory.Exists(_folder.File("artifacts")));
    }

    [Fact]
    public async Task AFullDiskIsToldAndNothingIsHalfWritten()
    {
        var result = await ToolProcess.EdgeInferAsync(_folder.Path, "demo", "--quick", "--data", "data", "--json", "/dev/full");

        IsOneLine(result, "/dev/full: the report was not written: No space left on device");
        Assert.Empty(LeftBehind.In(_folder.Path));
        Assert.Equal(
            [.. OwnRecordings.Bundles, "report.html", "report.json"],
            Directory.EnumerateDirectories(_folder.File("artifacts/demo/bundles")).Order(StringComparer.Ordinal)
                .Concat(Directory.EnumerateFiles(_folder.File("artifacts/demo")).Order(StringComparer.Ordinal))
                .Select(Path.GetFileName));
    }

    [Fact]
    public async Task ADeclaredLeakRunsAndSaysSo()
    {
        OwnRecordings.Write(Data, leaky: true);
        var split = Path.Combine(Data, "split.csv");
        await File.WriteAllTextAsync(
            split,
            File.ReadAllText(split).Replace("fast,cellar,test", "fast,attic,test", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var check = (await ToolProcess.EdgeInferAsync(_folder.Path, "data", "check", "data")).Succeeded();
        await using var demo = ToolProcess.StartEdgeInfer(_folder.Path, "demo", "--data", "data");
        var line = await demo.LineAsync("split 'rooms'");

        Assert.Contains(check.Output, note => note.Contains("is declared leaky: every figure will say so", StringComparison.Ordinal));
        Assert.Contains("optimistic: leaky split", line, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void IsOneLine(ToolResult result, string says)
    {
        Assert.True(result.ExitCode == 2, result.ToString());
        var line = Assert.Single(result.Errors);
        Assert.Contains(says, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", string.Join('\n', result.Output), StringComparison.Ordinal);
    }
}
