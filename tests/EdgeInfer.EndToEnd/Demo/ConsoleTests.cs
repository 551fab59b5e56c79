using EdgeInfer.EndToEnd.Support;

namespace EdgeInfer.EndToEnd.Demo;

public class ConsoleTests(QuickDemo demo)
{
    [Fact]
    public async Task RedirectedOutputHoldsNoEscapes()
    {
        var result = await demo.ResultAsync();

        Assert.DoesNotContain(result.Output, line => line.Contains('\e'));
        Assert.DoesNotContain(result.Output, line => line.Contains('\r'));
        Assert.Empty(result.Errors);
    }

    [Fact]
    public async Task ProgressComesInPlainLinesWithLossAndTimeLeft()
    {
        var output = (await demo.ResultAsync()).Output;

        Assert.Contains(output, line => Matches(@"^vibration-sim-fasttree: \d+ of \d+, log loss \d+\.\d{4}, \d+ s left$", line));
        Assert.Contains(output, line => Matches(@"^vibration-sim-cnn: \d+ of \d+, loss \d+\.\d+, \d+ s left$", line));
        Assert.Contains(
            output,
            line => Matches(
                @"^vibration-sim-fasttree: \d+ windows, accuracy so far \d\.\d+ \(simulated\) \(quick budgets\); vibration-sim-cnn-int8: ",
                line));
    }

    [Fact]
    public async Task DataSeedAndProofsAreTold()
    {
        var output = (await demo.ResultAsync()).Output;

        Assert.Contains(output, line =>
            line.StartsWith("data: vibration-sim", StringComparison.Ordinal) && line.Contains("simulated", StringComparison.Ordinal));
        Assert.Contains(output, line => line.EndsWith($"seed {QuickDemo.Seed}", StringComparison.Ordinal));
        Assert.Contains(output, line => Matches("^vibration-sim-fasttree: parity over .* 0 label mismatches, largest difference 0$", line));
        Assert.Contains(output, line => Matches("^vibration-sim-cnn-fp32: parity over .* 0 label mismatches, ", line));
        Assert.Contains(output, line => Matches("^MQTT: [0-9]+ published, [0-9]+ received, 0 lost", line));
        // Two trainings, the replay and the report are one run; the same folder may have been opened by earlier ones.
        Assert.Single(output.Where(line => line.StartsWith("test side opened", StringComparison.Ordinal)).Distinct());
        Assert.Single(output, line => line.StartsWith("verdict: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NothingIsLeftBehind()
    {
        await demo.ResultAsync();

        Assert.Empty(LeftBehind.In(demo.Folder));
    }

    private static bool Matches(string pattern, string line) => System.Text.RegularExpressions.Regex.IsMatch(line, pattern);
}
