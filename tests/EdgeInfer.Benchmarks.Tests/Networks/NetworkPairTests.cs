using EdgeInfer.Benchmarks.Networks;
using EdgeInfer.Core.Errors;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Models;

namespace EdgeInfer.Benchmarks.Tests.Networks;

public sealed class NetworkPairTests : IDisposable
{
    private const string Fp32 = "har-phone-cnn-fp32";
    private const string Int8 = "har-phone-cnn-int8";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void APrunedNetworkIsHeldAgainstTheWholeOneInFp32()
    {
        Copy(Fp32, Fp32);
        Copy(Int8, Int8);
        Copy(
            Int8,
            "har-phone-cnn-pruned-int8",
            ("\"family\": \"cnn\"", "\"family\": \"cnn-pruned\""),
            ($"\"name\": \"{Int8}\"", "\"name\": \"har-phone-cnn-pruned-int8\""));

        var pairs = NetworkPair.Find(_folder.Path);

        Assert.Equal([(Int8, Fp32), ("har-phone-cnn-pruned-int8", Fp32)], pairs.Select(pair => (pair.Name, pair.Fp32.Manifest.Name)));
    }

    [Fact]
    public void ANetworkOfAnotherFamilyIsNoPair()
    {
        Copy(Fp32, Fp32, ("\"family\": \"cnn\"", "\"family\": \"cn\""), ($"\"name\": \"{Fp32}\"", "\"name\": \"har-phone-cn-fp32\""));
        Copy(Int8, Int8);

        var error = Assert.Throws<InvalidInputException>(() => NetworkPair.Find(_folder.Path));

        Assert.StartsWith($"{_folder.Path}: no bundle", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BothAreRunOnTheGoldenWindowsPreprocessed()
    {
        Copy(Fp32, Fp32);
        Copy(Int8, Int8);

        var pair = Assert.Single(NetworkPair.Find(_folder.Path));

        Assert.Equal(pair.Fp32.Golden.Cases.Count, pair.Inputs().Length);
        Assert.Equal(pair.Inputs().Sum(input => input.Length) * sizeof(float), pair.InputBytes().Length);
        Assert.NotEqual(pair.Fp32.Golden.Cases[0].Window, pair.Inputs()[0]);
    }

    [Fact]
    public void ScalesAndZeroPointsAreNoParameters()
    {
        Copy(Fp32, Fp32);
        Copy(Int8, Int8);
        var pair = Assert.Single(NetworkPair.Find(_folder.Path));

        var (fp32, int8) = (NetworkSize.Of(pair.Fp32), NetworkSize.Of(pair.Int8));

        Assert.Equal(18_229, fp32.Parameters);
        Assert.Equal(fp32.Parameters, int8.Parameters);
        Assert.Equal(fp32.MultiplyAccumulates, int8.MultiplyAccumulates);
        Assert.Equal(pair.Int8.ModelBytes.Length, int8.Bytes);
    }

    public void Dispose() => _folder.Dispose();

    private void Copy(string model, string name, params (string Old, string New)[] changes)
    {
        var target = Directory.CreateDirectory(_folder.File(name));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "models", model)))
            File.Copy(file, Path.Combine(target.FullName, Path.GetFileName(file)));
        AlteredManifest.Write(target.FullName, text => changes.Aggregate(
            text, (changed, change) => changed.Replace(change.Old, change.New, StringComparison.Ordinal)));
    }
}
