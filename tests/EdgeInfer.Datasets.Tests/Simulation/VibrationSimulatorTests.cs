using System.Security.Cryptography;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Simulation;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Datasets.Tests.Simulation;

public sealed class VibrationSimulatorTests : IDisposable
{
    private static readonly SimulationSize Small = new(4, 2, 3);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TheDefectOrdersOfA6205BearingAreThoseOfItsGeometry()
    {
        // The catalogue gives 3.585 and 5.415.
        Assert.Equal(3.585, BearingGeometry.Type6205.OuterRaceOrder, 0.001);
        Assert.Equal(5.415, BearingGeometry.Type6205.InnerRaceOrder, 0.001);
        Assert.Equal(9, BearingGeometry.Type6205.OuterRaceOrder + BearingGeometry.Type6205.InnerRaceOrder, 1e-12);
    }

    [Fact]
    public void TheFolderOpensWithEveryMachineOnOneSideAndSaysThatItIsSimulated()
    {
        var set = RecordingSet.Open(Write("sim", 1));

        Assert.True(set.Dataset.Simulated);
        Assert.Equal(VibrationSimulator.TaskName, set.Dataset.Name);
        Assert.Equal(6 * 5, set.Recordings.Count);
        Assert.Equal(
            2, set.Recordings.Where(recording => recording.Side == SplitSide.Test).Select(recording => recording.Group).Distinct().Count());
        var windows = WindowSet.Read(set, set.Recordings, set.TestShape);
        Assert.Equal(30 * 6, windows.Values.Length);
        Assert.Equal(3 * 1024, windows.Values[0].Length);
        var speeds = windows.Values.Select(window => window[2048..].Average());
        Assert.All(speeds, speed => Assert.InRange(speed, 16, 34));
    }

    [Fact]
    public void TheSameSeedGivesTheSameBytesAndAnotherSeedOthers()
    {
        var first = Hashes(Write("first", 7));
        Assert.Equal(first, Hashes(Write("second", 7)));
        var other = Hashes(Write("other", 8));
        Assert.All(
            first.Keys.Where(path => path.StartsWith("machine", StringComparison.Ordinal)),
            path => Assert.NotEqual(first[path], other[path]));
    }

    [Fact]
    public void AFolderThatHoldsSomethingIsLeftAlone()
    {
        var path = _folder.File("mine");
        Directory.CreateDirectory(path);
        File.WriteAllText(Path.Combine(path, "precious.txt"), "x");

        var error = Assert.Throws<InvalidInputException>(() => VibrationSimulator.Write(path, 1, Small));
        Assert.EndsWith("mine: exists already and is not empty", error.Message, StringComparison.Ordinal);
        Assert.Equal(["mine"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void ClearFaultsShowAtTheOrdersOfTheory()
    {
        var (outer, inner) = (BearingGeometry.Type6205.OuterRaceOrder, BearingGeometry.Type6205.InnerRaceOrder);
        foreach (var machine in new[] { 1, 2, 3 })
        {
            var normal = Probe(machine, MachineCondition.Normal);
            Assert.True(Probe(machine, MachineCondition.Imbalance).Order(0, 1) > 2 * normal.Order(0, 1));
            Assert.True(Probe(machine, MachineCondition.Misalignment).Order(1, 2) > 2 * normal.Order(1, 2));

            var outerRace = Probe(machine, MachineCondition.OuterRace);
            Assert.True(Prominence(outerRace, outer) > 4, $"machine {machine}: {Prominence(outerRace, outer):F1}");
            Assert.True(Prominence(outerRace, inner) < Prominence(outerRace, outer) / 2);

            // The defect turns through the loaded zone: sidebands one order to either side.
            var innerRace = Probe(machine, MachineCondition.InnerRace);
            Assert.True(Prominence(innerRace, inner) > 4, $"machine {machine}: {Prominence(innerRace, inner):F1}");
            Assert.True(Prominence(innerRace, inner - 1) > 2, $"machine {machine}: {Prominence(innerRace, inner - 1):F1}");
            Assert.True(Prominence(innerRace, outer) < Prominence(innerRace, inner) / 2);
        }
    }

    /// <summary>The envelope's line at an order over the middle one of its neighbourhood.</summary>
    private static double Prominence(EnvelopeProbe probe, double order)
    {
        var line = Enumerable.Range(-3, 7).Max(i => probe.EnvelopeOrder(order + (0.01 * i)));
        var around = Enumerable.Range(0, 12)
            .Select(i => probe.EnvelopeOrder(order + ((i < 6 ? -1 : 1) * (0.2 + (0.03 * (i % 6))))))
            .Order()
            .ToArray();
        return line / around[6];
    }

    private EnvelopeProbe Probe(int number, MachineCondition condition)
    {
        const double Seconds = 4;
        var random = new SeededRandom(5, number, (int)condition);
        var machine = Machine.Draw(new SeededRandom(5, number));
        var signal = new MachineSignal(machine, MachineFault.Of(condition, growth: 1), random, VibrationTask.RateHz, Seconds);
        var path = _folder.File($"{number}-{condition}.csv");
        using (var file = File.Create(path))
            SimulatedRecording.Write(file, signal, (int)(Seconds * VibrationTask.RateHz));
        return new EnvelopeProbe(path);
    }

    private string Write(string name, int seed)
    {
        var path = _folder.File(name);
        VibrationSimulator.Write(path, seed, Small);
        return path;
    }

    private static SortedDictionary<string, string> Hashes(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(
            path => Path.GetRelativePath(folder, path),
            path => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))),
        StringComparer.Ordinal);
}
