using System.Text.Json;
using EdgeInfer.EndToEnd.Support;

namespace EdgeInfer.EndToEnd.Hosting;

/// <summary>What .NET is told when it starts an executable.</summary>
public sealed class HostSettingsTests
{
    /// <summary>The collector, running beside the training, frees TorchSharp's scalars while native code reads them.</summary>
    [Fact]
    public void TheTrainerRunsWithoutABackgroundCollector() => Assert.False(IsOn(Executables.Trainer, "System.GC.Concurrent"));

    /// <summary>
    /// Half-compiled code made FastTree look seven times as slow as it is beside a network, which is native code from the start.
    /// </summary>
    [Theory]
    [InlineData("System.Runtime.TieredCompilation.QuickJit")]
    [InlineData("System.Runtime.TieredPGO")]
    public void WhatTimesModelsCompilesMethodsInFull(string setting) => Assert.All(
        [Executables.Trainer, Executables.JitRuntime, Executables.CommandLine], executable => Assert.False(IsOn(executable, setting)));

    private static bool IsOn(string[] executable, string setting) =>
        JsonElement.Parse(File.ReadAllText(Path.ChangeExtension(executable[^1], ".runtimeconfig.json")))
            .GetProperty("runtimeOptions").GetProperty("configProperties").GetProperty(setting).GetBoolean();
}
