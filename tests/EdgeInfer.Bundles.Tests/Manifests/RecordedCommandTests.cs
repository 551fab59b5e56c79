using System.Diagnostics;
using EdgeInfer.Bundles.Manifests;

namespace EdgeInfer.Bundles.Tests.Manifests;

public sealed class RecordedCommandTests
{
    private const int Seed = 4;
    private const int Commands = 60;
    private const string Letters = "aZ09%+,-./:=@_ \t\n'\"\\$`~!#&*()[]{}<>|;?^\u00e9\u4e16";

    [Fact]
    public void AShellTakesItApartIntoTheSameWords()
    {
        var random = new Random(Seed);
        foreach (var _ in Enumerable.Range(0, Commands))
        {
            string[] words = [.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => Word(random))];

            Assert.Equal(words, Shell(RecordedCommand.Of(words)));
        }
    }

    [Theory]
    [InlineData(
        "edgeinfer train net --data ../shared/data/har --seed 3",
        "edgeinfer",
        "train",
        "net",
        "--data",
        "../shared/data/har",
        "--seed",
        "3")]
    [InlineData("edgeinfer compress --steps prune:0.4,int8", "edgeinfer", "compress", "--steps", "prune:0.4,int8")]
    [InlineData("edgeinfer train net --data 'my data'", "edgeinfer", "train", "net", "--data", "my data")]
    [InlineData(@"edgeinfer import 'anna'\''s.onnx' ''", "edgeinfer", "import", "anna's.onnx", "")]
    public void OnlyWhatAShellWouldChangeIsQuoted(string line, params string[] words) => Assert.Equal(line, RecordedCommand.Of(words));

    private static string Word(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(0, 12)).Select(_ => Letters[random.Next(Letters.Length)]));

    private static string[] Shell(string line)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"printf '%s\\0' {line}"]) { RedirectStandardOutput = true };
        using var shell = Process.Start(start)!;
        var words = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        Assert.Equal(0, shell.ExitCode);
        return words.Split('\0')[..^1];
    }
}
