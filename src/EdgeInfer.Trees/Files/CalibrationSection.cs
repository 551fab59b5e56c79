using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Trees.Ensembles;
using static EdgeInfer.Trees.Files.CompactTreeLayout;
using static System.FormattableString;

namespace EdgeInfer.Trees.Files;

/// <summary>Slope and offset of every output, in double.</summary>
internal static class CalibrationSection
{
    public static byte[] Write(EnsembleLink.Platt platt)
    {
        var bytes = new byte[platt.Outputs.Count * CalibrationEntryLength];
        for (var output = 0; output < platt.Outputs.Count; output++)
        {
            var entry = bytes.AsSpan(output * CalibrationEntryLength);
            BinaryPrimitives.WriteDoubleLittleEndian(entry, platt.Outputs[output].Slope);
            BinaryPrimitives.WriteDoubleLittleEndian(entry[8..], platt.Outputs[output].Offset);
        }

        return bytes;
    }

    public static EnsembleLink.Platt Read(ReadOnlySpan<byte> section, int outputCount, string fileName)
    {
        if (section.Length != outputCount * CalibrationEntryLength)
            throw new InvalidInputException(
                fileName, Invariant($"section calibration: {section.Length} bytes for {outputCount} outputs of {CalibrationEntryLength}"));
        var outputs = new PlattCalibration[outputCount];
        for (var output = 0; output < outputCount; output++)
        {
            var entry = section[(output * CalibrationEntryLength)..];
            outputs[output] = new(
                BinaryPrimitives.ReadDoubleLittleEndian(entry), BinaryPrimitives.ReadDoubleLittleEndian(entry[8..]));
        }

        return new(outputs);
    }
}
