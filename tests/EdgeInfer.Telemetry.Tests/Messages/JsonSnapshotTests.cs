using System.Globalization;
using System.Text;
using System.Text.Json;
using EdgeInfer.Telemetry.Kinds;
using EdgeInfer.Telemetry.Messages.Clock;
using EdgeInfer.Telemetry.Messages.Health;
using EdgeInfer.Telemetry.Messages.Inference;
using EdgeInfer.Telemetry.Messages.Info;
using EdgeInfer.Telemetry.Messages.ModelState;
using EdgeInfer.Telemetry.Messages.Summary;
using EdgeInfer.Tests.Support.Messages;

namespace EdgeInfer.Telemetry.Tests.Messages;

public sealed class JsonSnapshotTests
{
    private const string Info =
        """
        {"schema":1,"ts":1790000000123,"ts_synced":true,"mono_ms":123,"boot":"b007","seq":1,
        """
        + """
        "version":"0.1.0","host":"aot","machine":"Raspberry Pi 5",
        """
        + """
        "os":"Debian 12","cores":4,"processor":"Cortex-A76","architecture":"arm64","board":"Raspberry Pi 5 Model B",
        """
        + """
        "memory_bytes":8000000000}
        """;

    private const string ModelState =
        """
        {"schema":1,"ts":1790000000124,"ts_synced":true,"mono_ms":124,"boot":"b007","seq":2,
        """
        + """
        "models":["har-phone-fasttree","har-phone-cnn-int8"],
        """
        + """
        "model_sha256":["aa11","bb22"],"marks":["quick","leaky"]}
        """;

    private const string Health =
        """
        {"schema":1,"ts":1790000000125,"ts_synced":true,"mono_ms":125,"boot":"b007",
        """
        + """
        "uptime_s":12.5,"windows":1000,"windows_per_s":49.75,
        """
        + """
        "cpu_s":3.25,"resident_bytes":37000000,"outbox_depth":17,"outbox_bytes":7000,"outbox_dropped":3,
        """
        + """
        "outbox_refused":2,"disk_failures":1,"reconnects":4,"id_conflicts":5,
        """
        + """
        "commands_done":5,"commands_refused":6,"commands_failed":7,"marks":["quick"]}
        """;

    private const string Inference =
        """
        {"schema":1,"ts":1790000000126,"ts_synced":true,"mono_ms":126,"boot":"b007","seq":3,
        """
        + """
        "stream":"s13","window":"s13/2560000000","start_ms":2560,"segment":1,
        """
        + """
        "model":"har-phone-cnn-int8","label":"walking","score":0.875,"decision":"walking",
        """
        + """
        "latency_us":1234.5,"features_us":56.5,"cpu_us":1100.0,"truth":"walking","scores":[0.125,0.875],"marks":["leaky"]}
        """;

    private const string Summary =
        """
        {"schema":1,"ts":1790000000127,"ts_synced":true,"mono_ms":127,"boot":"b007","seq":4,
        """
        + """
        "run":"run-1","model":"har-phone-fasttree",
        """
        + """
        "model_sha256":"aa11","host":"jit","models":2,"windows":1000,"labelled":990,"correct":900,"ambiguous_windows":10,
        """
        + """
        "non_finite_windows":4,"gaps":1,"latency_p50_us":101.5,"latency_p99_us":402.3,"latency_p99_low_us":380.5,
        """
        + """
        "latency_p99_high_us":451.8,"features_p50_us":88.5,"cpu_us":95.8,
        """
        + """
        "marks":["quick","leaky"]}
        """;

    private const string Clock =
        """
        {"schema":1,"ts":1790000000128,"ts_synced":true,"mono_ms":128,"boot":"b007","seq":5,"offset_ms":315532800000}
        """;

    private const string Gap =
        """
        {"schema":1,"ts":1790000000129,"ts_synced":true,"mono_ms":6,"boot":"b007","seq":6,
        """
        + """
        "lost_boot":"b006","first_seq":17,"last_seq":19,"reason":"size"}
        """;

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void EveryMessageReadsTheSameInEveryCulture(string culture)
    {
        using var _ = new UnderCulture(CommaCulture(culture));
        Assert.Equal(Info, Write(Samples.Info));
        Assert.Equal(ModelState, Write(Samples.ModelState));
        Assert.Equal(Health, Write(Samples.Health));
        Assert.Equal(Inference, Write(Samples.Inference));
        Assert.Equal(Summary, Write(Samples.Summary));
        Assert.Equal(Clock, Write(Samples.Clock));
        Assert.Equal(Gap, Write(Samples.Gap));
    }

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    public void WhatIsWrittenReadsBackEqual(string culture)
    {
        using var _ = new UnderCulture(CommaCulture(culture));
        Assert.Equal(Samples.Info, Read<InfoMessage>(Info));
        Assert.Equal(Samples.Clock, Read<ClockMessage>(Clock));
        Assert.Equivalent(Samples.Health, Read<HealthMessage>(Health), strict: true);
        Assert.Equivalent(Samples.Summary, Read<SummaryMessage>(Summary), strict: true);
        Assert.Equivalent(Samples.Inference, Read<InferenceMessage>(Inference), strict: true);
        Assert.Equivalent(Samples.ModelState, Read<ModelStateMessage>(ModelState), strict: true);
    }

    [Fact]
    public void WhatIsUnknownIsAbsent()
    {
        var json = Write(Samples.Inference with { Decision = null, CpuUs = null, Truth = null, Scores = null, Marks = null });
        Assert.DoesNotContain("null", json, StringComparison.Ordinal);
        Assert.EndsWith("\"features_us\":56.5}", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cores")]
    [InlineData("seq")]
    public void ARequiredFieldThatIsMissingIsRefused(string field)
    {
        var without = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(Info)!;
        Assert.True(without.Remove(field));
        var error = Assert.Throws<JsonException>(() => Read<InfoMessage>(JsonSerializer.Serialize(without)));
        Assert.Contains(field, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFieldGivenTwiceIsRefused() => Assert.Throws<JsonException>(
        () => Read<InfoMessage>(Info.Replace("\"cores\":4", "\"cores\":4,\"cores\":5", StringComparison.Ordinal)));

    [Fact]
    public void AFieldOfANewerDeviceIsSkipped() => Assert.Equal(
        Samples.Info,
        Read<InfoMessage>(Info.Replace("\"cores\":4", "\"cores\":4,\"gpu\":{\"name\":\"none\"}", StringComparison.Ordinal)));

    [Fact]
    public void NotANumberIsNeverWritten() => Assert.Throws<ArgumentException>(
        () => Write(Samples.Inference with { Score = float.NaN }));

    [Theory]
    [InlineData(3, "3.0")]
    [InlineData(0, "0.0")]
    [InlineData(-0.04, "0.0")]
    [InlineData(1234.5678, "1234.6")]
    [InlineData(0.05, "0.1")]
    [InlineData(1e15, "1000000000000000.0")]
    [InlineData(1e22, "1E+22")]
    public void MicrosecondsAreFloatsToATenth(double value, string written) =>
        Assert.Contains($"\"latency_us\":{written},", Write(Samples.Inference with { LatencyUs = value }), StringComparison.Ordinal);

    [Fact]
    public void SecondsAndRatesAreFloatsOfTheDigitsThatWereMeasured() => Assert.Contains(
        "\"uptime_s\":2.0,\"windows\":1000,\"windows_per_s\":49.12,\"cpu_s\":0.123,",
        Write(Samples.Health with { UptimeS = 2, WindowsPerS = 49.1234, CpuS = 0.12345 }),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(1f, "1.0")]
    [InlineData(0.1f, "0.1")]
    [InlineData(0.33333334f, "0.33333334")]
    [InlineData(1e-10f, "1E-10")]
    [InlineData(float.MaxValue, "3.4028235E+38")]
    public void AScoreIsAFloatThatReadsBackAsTheSameBits(float score, string written)
    {
        var json = Write(Samples.Inference with { Score = score, Scores = [score, 0] });
        Assert.Contains($"\"score\":{written},", json, StringComparison.Ordinal);
        Assert.Contains($"\"scores\":[{written},0.0]", json, StringComparison.Ordinal);
        Assert.Equal(score, Read<InferenceMessage>(json).Score);
    }

    private static string Write<T>(T message)
        where T : class, IMessage<T> => Encoding.UTF8.GetString(T.Kind.Encode(message));

    private static T Read<T>(string json)
        where T : class, IMessage<T> => T.Kind.Payload.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The project builds with invariant globalization: what a culture would change is set by hand.</summary>
    private static CultureInfo CommaCulture(string name)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        if (name.Length == 0)
            return culture;
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = name == "ar-SA" ? "\u066C" : ".";
        culture.NumberFormat.NegativeSign = name == "ar-SA" ? "\u061C-" : "-";
        return culture;
    }

    private sealed class UnderCulture : IDisposable
    {
        private readonly CultureInfo _before = CultureInfo.CurrentCulture;

        public UnderCulture(CultureInfo culture) => CultureInfo.CurrentCulture = culture;

        public void Dispose() => CultureInfo.CurrentCulture = _before;
    }
}
