using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Layout;

public sealed class FrameRulesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void AFrameADayIsAWindowThatManifestsAllowAndLessIsRefused()
    {
        ImageFolder.WritePngs(_folder);
        var path = _folder.File("dataset.json");
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Replace("\"schema\": 1,", "\"schema\": 1, \"rate_hz\": 0.00001,", StringComparison.Ordinal));
        Assert.InRange(RecordingSet.Open(_folder.Path).TestShape.MaxGapSeconds, 0.001, 3_600);

        File.WriteAllText(path, text.Replace("\"schema\": 1,", "\"schema\": 1, \"rate_hz\": 0.000009,", StringComparison.Ordinal));
        Assert.Contains(
            "rate_hz", Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ALogarithmicScaleIsForSignals()
    {
        ImageFolder.WritePngs(_folder);
        var path = _folder.File("dataset.json");
        File.WriteAllText(path, File.ReadAllText(path)
            .Replace("\"schema\": 1,", "\"schema\": 1, \"amplitude_scale\": \"logarithmic\",", StringComparison.Ordinal));

        Assert.Contains(
            "amplitude_scale: 'logarithmic' is for signals, not images",
            Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
