using EdgeInfer.Recordings.Clocks;

namespace EdgeInfer.Recordings.Tests.Clocks;

public sealed class FormattedTimeTests
{
    [Theory]
    [InlineData("02-01-1970 00:06:00", "dd-MM-yyyy HH:mm:ss", 86_760_000_000_000, null)]
    [InlineData("1/2/1970 1:00:00.5 PM", "M/d/yyyy h:mm:ss.f tt", (24 + 13) * 3_600_000_000_000 + 500_000_000, null)]
    [InlineData("01.01.1970 02:00 +02:00", "dd.MM.yyyy HH:mm zzz", 0, 0L)]
    [InlineData("13:45:01.1234567", "HH:mm:ss.fffffff", 49_501_123_456_700, null)]
    public void TimesOfAFormatAreReadWithoutTheMachinesOwnZoneOrDate(string text, string format, long nanoseconds, long? offset)
    {
        Assert.Null(FormattedTime.Fault(format));
        Assert.True(FormattedTime.TryParse(text, format, out var time));
        Assert.Equal(new WrittenTime(nanoseconds, offset), time);
    }

    [Theory]
    [InlineData("dd/MM HH:mm", "a part of the date only")]
    [InlineData("dd-mm-yyyy HH:mm", "a part of the date only")]
    [InlineData("dd-MM-yyyy hh:mm:ss", "needs tt")]
    [InlineData("mm:ss", "neither a date nor hours")]
    [InlineData("dd-MM-yyyy HH:mm:ss.fffffffff", "is not a custom .NET format")]
    [InlineData("dd-MM-yyyy HH:mm MM mm:HH dd-MM-yy", "cannot be read back")]
    public void AFormatThatWouldGuessIsRefused(string format, string fault) =>
        Assert.Contains(fault, FormattedTime.Fault(format), StringComparison.Ordinal);
}
