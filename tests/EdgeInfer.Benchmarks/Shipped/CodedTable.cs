using System.Globalization;
using System.IO.Compression;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Benchmarks.Shipped;

/// <summary>
/// A table of GeoTec's phone with its sensors' whole-number codes in place of values. The phone gave float(code) x scale in
/// 32-bit arithmetic, so that a code of six digits stands for a value of seventeen. What it does not is refused.
/// </summary>
internal static class CodedTable
{
    /// <summary>m/s2 a code: an eighth of the accelerometer's step, in which the phone gives its calibration.</summary>
    private const float Accelerometer = 0.00029910283f;

    /// <summary>rad/s a code.</summary>
    private const float Gyroscope = 7.635591e-05f;

    /// <summary>Of the columns from the first; those that follow stay as they are.</summary>
    private static readonly float[] Scales = [Accelerometer, Accelerometer, Accelerometer, Gyroscope, Gyroscope, Gyroscope];

    /// <exception cref="InvalidInputException">A value is no code x scale, bit by bit.</exception>
    public static void Write(string source, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var packed = new GZipStream(File.Create(target), CompressionLevel.SmallestSize);
        using var text = new StreamWriter(packed) { NewLine = "\n" };
        var number = 0;
        foreach (var line in File.ReadLines(source))
        {
            number++;
            string[] fields = line.Split(',');
            for (var column = 0; number > 1 && column < Scales.Length; column++)
                fields[column] = Code(fields[column], Scales[column], source, number);
            text.WriteLine(string.Join(',', fields));
        }
    }

    private static string Code(string field, float scale, string source, int line)
    {
        var value = float.Parse(field, CultureInfo.InvariantCulture);
        var code = (float)Math.Round(value / (double)scale);
        return BitConverter.SingleToInt32Bits(code * scale) == BitConverter.SingleToInt32Bits(value)
            ? code.ToString("0", CultureInfo.InvariantCulture)
            : throw InvalidInputException.AtLine(source, line, $"'{field}' is no whole number of steps");
    }
}
