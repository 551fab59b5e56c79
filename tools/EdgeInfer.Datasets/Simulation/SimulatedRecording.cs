namespace EdgeInfer.Datasets.Simulation;

/// <summary>Writes one recording as the sensor's converter gives it.</summary>
internal static class SimulatedRecording
{
    /// <summary>3.9 mg a step up to 8 g, as in common MEMS sensors; in units of 0.0001 g.</summary>
    private const int StepTenThousandths = 39;

    private const int MaxSteps = 2048;
    private const int MaxRowBytes = 48;

    public static void Write(Stream file, MachineSignal signal, int samples)
    {
        file.Write("x,y,speed\n"u8);
        Span<byte> row = stackalloc byte[MaxRowBytes];
        for (var i = 0; i < samples; i++)
        {
            var (x, y, speed) = signal.Next();
            var length = FixedPoint.Write(row, Convert(x), 4);
            row[length++] = (byte)',';
            length += FixedPoint.Write(row[length..], Convert(y), 4);
            row[length++] = (byte)',';
            length += FixedPoint.Write(row[length..], (int)Math.Round(speed * 100), 2);
            row[length++] = (byte)'\n';
            file.Write(row[..length]);
        }
    }

    private static int Convert(double g) =>
        StepTenThousandths * (int)Math.Clamp(Math.Round(g * 10_000 / StepTenThousandths), -MaxSteps, MaxSteps - 1);
}
