using System.IO.Compression;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Recordings.Windows;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Tables;

public sealed class ScaledColumnTests : IDisposable
{
    private const float Scale = 0.00029910283f;
    private const string ScaledChannel = "\"unit\": \"V\", \"scale\": 0.00029910283";

    private readonly SensorFolder _folder = new();

    public ScaledColumnTests() => _folder.Replace("dataset.json", "\"unit\": \"V\"", ScaledChannel);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ACodeTimesItsScaleIsTheValueInFloats()
    {
        _folder.Write("a.csv", Codes(-13909));

        var set = RecordingSet.Open(_folder.Path);
        var windows = WindowSet.Read(set, [set.Recordings[0]], set.TestShape);

        Assert.All(windows.Values.SelectMany(values => values), value => Assert.Equal(-13909f * Scale, value));
    }

    [Fact]
    public void CodesAndTheirValuesHaveTheSameFingerprints()
    {
        using var values = new SensorFolder();
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            int[] codes = [.. Enumerable.Range(0, 200).Select(i => i * i % 997 * (name[0] - 'Z'))];
            values.Write($"{name}.csv", Table(codes.Select(code => (code * Scale).ToString("R", null))));
            Pack($"{name}.csv.gz", Table(codes.Select(code => code.ToString(null, null))));
        }

        _folder.Write("split.csv", File.ReadAllText(values.File("split.csv")).Replace(".csv,", ".csv.gz,", StringComparison.Ordinal));

        var (packed, plain) = (RecordingSet.Open(_folder.Path), RecordingSet.Open(values.Path));

        foreach (var side in Enum.GetValues<SplitSide>())
        {
            Assert.Equal(plain.ContentOf(side).Select(one => one.Hashes), packed.ContentOf(side).Select(one => one.Hashes));
            Assert.All(plain.ContentOf(side), one => Assert.NotEmpty(one.Hashes));
        }

        Assert.Equal(plain.Recordings.Select(one => one.Id), packed.Recordings.Select(one => one.Id));
        Assert.NotEqual(plain.DataSha256, packed.DataSha256);
    }

    [Fact]
    public void AWordForNoSampleStaysOne()
    {
        _folder.Write("a.csv", Codes(7).Replace("1500,7", "1500,nan", StringComparison.Ordinal));

        var set = RecordingSet.Open(_folder.Path);

        Assert.Equal(1, WindowSet.Read(set, [set.Recordings[0]], set.TestShape).NonFinite);
    }

    [Fact]
    public void AValueBeyondAFloatIsRefusedWithItsCode()
    {
        _folder.Replace("dataset.json", "0.00029910283", "1e30");
        _folder.Write("a.csv", Codes(1_000_000_000));

        Assert.Equal("a.csv:2: column 'v': '1000000000' x scale 1E+30 is beyond a float's range", _folder.Error());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1e-60")]
    public void AScaleThatIsNoneIsRefused(string scale)
    {
        _folder.Replace("dataset.json", "0.00029910283", scale);

        Assert.Equal("dataset.json: field channels.scale: 0 of 'v' is not a 32-bit float other than 0", _folder.Error());
    }

    private static string Codes(int code) => Table(Enumerable.Repeat(code.ToString(null, null), 30));

    private static string Table(IEnumerable<string> values) =>
        "t,v\n" + string.Concat(values.Select((value, i) => FormattableString.Invariant($"{1000 + 100 * i},{value}\n")));

    private void Pack(string name, string text)
    {
        using var stream = new GZipStream(File.Create(_folder.File(name)), CompressionLevel.Fastest);
        stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
    }
}
