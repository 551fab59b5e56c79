using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Recordings.Tests.Clocks;

public sealed class IsoTimeTests
{
    private const long Hour = TimeUnit.NanosecondsPerHour;

    [Theory]
    [InlineData("1970-01-01T00:00:00Z", 0, 0L)]
    [InlineData("1970-01-01 00:00:01.123456789", 1_123_456_789, null)]
    [InlineData("1970-01-01T00:00:00,5+01:00", 500_000_000, Hour)]
    [InlineData("1970-01-01T00:00:00.0000000005-0330", 1, -7 * Hour / 2)]
    [InlineData("1970-01-02", 24 * Hour, null)]
    [InlineData("1970-01-01T02:30", 5 * Hour / 2, null)]
    [InlineData("1969-12-31T23:59:59.999999999+02", -1, 2 * Hour)]
    [InlineData("2024-02-29T00:00:00Z", 1_709_164_800_000_000_000, 0L)]
    public void TimesAreReadToTheNanosecondWithTheirOffset(string text, long nanoseconds, long? offset)
    {
        Assert.True(IsoTime.TryParse(text, out var time));
        Assert.Equal(new WrittenTime(nanoseconds, offset), time);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2023-02-29T00:00:00Z")]
    [InlineData("2026-13-01")]
    [InlineData("01-12-2026")]
    [InlineData("2026-03-29T24:00:00")]
    [InlineData("2026-03-29T01:60:00")]
    [InlineData("2026-03-29T01:00:60")]
    [InlineData("2026-03-29T01:00:00.")]
    [InlineData("2026-03-29T01:00:00x")]
    [InlineData("2026-03-29T01:00:00+1")]
    [InlineData("2026-03-29X01:00:00")]
    [InlineData("9999-03-29T01:00:00")]
    [InlineData("1600-03-29T01:00:00")]
    public void OtherTextIsRefused(string text) => Assert.False(IsoTime.TryParse(text, out _));
}
