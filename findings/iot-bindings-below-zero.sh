#!/usr/bin/env bash
# Iot.Device.Bindings 4.2.0: DS3231 and AM2320 below zero, on register twins.
#
# Guess:   drivers of common temperature chips know that it gets cold.
# Instead: DS3231 at -0.25 degC reads 255.75: its upper byte is taken as unsigned. AM2320 at -10.1 degC, with
#          a right checksum, reads -3266.7: the chip sends sign and magnitude, the driver takes the 15 bits
#          for two's complement. DHT12 and LM75, in the same package, are right.
# Matters: a cabinet outdoors reports 256 degC at the first frost. Neither value is refused, and 'successful'
#          is what TryReadTemperature says.
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

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// Register 0x11 holds whole degrees in two's complement, the two upper bits of 0x12 quarters.
Console.WriteLine($"DS3231: 25.25 reads {Ds3231(0x19, 0x40)}, -0.25 reads {Ds3231(0xFF, 0xC0)}, -24.75 reads {Ds3231(0xE7, 0x40)}");

// Tenths of a degree; the highest bit is the sign, the others are the magnitude.
Console.WriteLine($"AM2320: 25.4 reads {Am2320(254)}, -10.1 reads {Am2320(0x8000 | 101)}");
Console.WriteLine($"LM75: -0.5 reads {new Iot.Device.Lm75.Lm75(new Twin([0xFF, 0x80])).Temperature.DegreesCelsius}");

static double Ds3231(byte high, byte low) => new Iot.Device.Rtc.Ds3231(new Twin([high, low])).Temperature.DegreesCelsius;

static string Am2320(int tenths)
{
    byte[] answer = [0x03, 0x04, 0x01, 0x90, (byte)(tenths >> 8), (byte)tenths];
    var crc = 0xFFFF;
    foreach (var value in answer)
    {
        crc ^= value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xA001 : crc >> 1;
        }
    }

    var sensor = new Iot.Device.Am2320.Am2320(new Twin([.. answer, (byte)crc, (byte)(crc >> 8)]));
    return $"{(sensor.TryReadTemperature(out var temperature) ? "successfully" : "unsuccessfully")} {temperature.DegreesCelsius:0.0}";
}

// Gives the same bytes to every read: enough for chips of which one value is asked.
internal sealed class Twin(byte[] answer) : I2cDevice
{
    public override I2cConnectionSettings ConnectionSettings { get; } = new(1, 0x48);
    public override void Read(Span<byte> buffer) => answer.AsSpan(0, Math.Min(answer.Length, buffer.Length)).CopyTo(buffer);
    public override void Write(ReadOnlySpan<byte> buffer) { }
    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => Read(readBuffer);
}
CS

cat > expected.txt <<'TEXT'
DS3231: 25.25 reads 25.25, -0.25 reads 255.75, -24.75 reads 231.25
AM2320: 25.4 reads successfully 25.4, -10.1 reads successfully -3266.7
LM75: -0.5 reads -0.5
TEXT

dotnet build finding.cs > build.log || { cat build.log; exit 1; }
dotnet run --no-build finding.cs > seen.txt
cat seen.txt
diff expected.txt seen.txt || { echo 'the behaviour has changed' >&2; exit 1; }
echo 'as found'
