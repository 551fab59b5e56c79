#!/usr/bin/env bash
# Iot.Device.Bindings 4.2.0: real-time clocks DS3231, DS1307 and PCF8563, on register twins.
#
# Guess:   year 26 is 2026; a clock that says of itself that it has stopped or lost its time is not believed.
# Instead: DS3231 and PCF8563 read 1926 where the century bit is 0; DS1307, which has no such bit, reads 2026.
#          The flags 'oscillator halted' of DS1307 and 'clock integrity not guaranteed' of PCF8563 are
#          dropped, and the time is returned like any other.
# Matters: a board whose battery was changed stamps its messages with a time that the chip itself calls lost.
#          A clock that other software has set may be a century late.
# Date:    2026-11-28
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/home"
export XDG_DATA_HOME="$work/home" DOTNET_CLI_TELEMETRY_OPTOUT=1
cd "$work"

cat > finding.cs <<'CS'
#:package Iot.Device.Bindings@4.2.0
#:property PublishAot=false
using System.Device.I2c;
using System.Globalization;
using Iot.Device.Rtc;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
foreach (var century in new byte[] { 0, 0x80 })
{
    // Seconds, minutes, hours, day of the week, day, month, year in BCD; PCF8563 has the day before its weekday.
    Console.WriteLine($"century bit {century >> 7}: DS3231 {new Ds3231(new Twin([0x30, 0x15, 0x09, 7, 0x28, (byte)(century | 0x11), 0x26])).DateTime:yyyy}, PCF8563 {new Pcf8563(new Twin([0x30, 0x15, 0x09, 0x28, 6, (byte)(century | 0x11), 0x26])).DateTime:yyyy}");
}

Console.WriteLine($"DS1307 halted: {new Ds1307(new Twin([0x80 | 0x30, 0x15, 0x09, 7, 0x28, 0x11, 0x26])).DateTime:yyyy-MM-dd HH:mm:ss}");
Console.WriteLine($"PCF8563 that lost its time: {new Pcf8563(new Twin([0x80 | 0x30, 0x15, 0x09, 0x28, 6, 0x91, 0x26])).DateTime:MM-dd HH:mm:ss}");

internal sealed class Twin(byte[] answer) : I2cDevice
{
    public override I2cConnectionSettings ConnectionSettings { get; } = new(1, 0x68);
    public override void Read(Span<byte> buffer) => answer.AsSpan(0, Math.Min(answer.Length, buffer.Length)).CopyTo(buffer);
    public override void Write(ReadOnlySpan<byte> buffer) { }
    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => Read(readBuffer);
}
CS

cat > expected.txt <<'TEXT'
century bit 0: DS3231 1926, PCF8563 1926
century bit 1: DS3231 2026, PCF8563 2026
DS1307 halted: 2026-11-28 09:15:30
PCF8563 that lost its time: 11-28 09:15:30
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
