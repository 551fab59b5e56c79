using EdgeInfer.Runtime.Hosting.InstructionSets;

namespace EdgeInfer.Runtime.Tests.Hosting.InstructionSets;

public sealed class X64Level4Tests
{
    [Fact]
    public void AProcessorWithAvx512HasIt() => Assert.True(X64Level4.IsListedIn(ProcessorSamples.IceLake));

    [Fact]
    public void VbmiIsNotPartOfIt() => Assert.True(X64Level4.IsListedIn(ProcessorSamples.SkylakeX));

    [Fact]
    public void AProcessorWithAvx2AloneDoesNot() => Assert.False(X64Level4.IsListedIn(ProcessorSamples.Zen3));

    [Fact]
    public void AnArmBoardDoesNot() => Assert.False(X64Level4.IsListedIn(ProcessorSamples.RaspberryPi4));

    [Fact]
    public void NoTextAtAllDoesNot() => Assert.False(X64Level4.IsListedIn([]));

    [Theory]
    [InlineData("pni")]
    [InlineData("cx16")]
    [InlineData("popcnt")]
    [InlineData("avx2")]
    [InlineData("bmi2")]
    [InlineData("abm")]
    [InlineData("movbe")]
    [InlineData("avx512f")]
    [InlineData("avx512bw")]
    [InlineData("avx512cd")]
    [InlineData("avx512dq")]
    [InlineData("avx512vl")]
    public void OneFlagThatTheKernelWithholdsIsEnoughToMissIt(string flag) =>
        Assert.False(
            X64Level4.IsListedIn(ProcessorSamples.IceLake.Select(line => line.Replace($" {flag} ", " ", StringComparison.Ordinal))));

    [Fact]
    public void FlagsOfVirtualMachinesAndBugsAreNotTakenForTheProcessors() => Assert.False(X64Level4.IsListedIn(
        ProcessorSamples.IceLake.Select(line => line.Replace("flags\t\t:", "vmx flags\t:", StringComparison.Ordinal))));

    [Fact]
    public void OnlyTheFirstProcessorIsRead()
    {
        var read = 0;
        var both = ProcessorSamples.Zen3.Concat(ProcessorSamples.IceLake).Select(line => (++read, line).line);

        Assert.False(X64Level4.IsListedIn(both));
        Assert.InRange(read, 1, ProcessorSamples.Zen3.Count);
    }
}
