using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Trainer.Compression;

/// <summary>
/// Reads a .npy file of float32, little-endian, row-major (NumPy's NEP 1): the first dimension counts inputs.
/// </summary>
internal static partial class NumpyFile
{
    private const int MaxBytes = 1 << 28;
    private const int MagicLength = 8;
    private static readonly byte[] Magic = [0x93, .. "NUMPY"u8];

    /// <exception cref="InvalidInputException">Absent, too large, damaged, or of another element type or order.</exception>
    public static GivenInputs Read(string path)
    {
        if (!File.Exists(path))
            throw new InvalidInputException(path, "no such file");
        var length = new FileInfo(path).Length;
        return length <= MaxBytes
            ? Parse(File.ReadAllBytes(path), path)
            : throw new InvalidInputException(path, $"{length} bytes, at most {MaxBytes} are read");
    }

    public static GivenInputs Parse(byte[] bytes, string place)
    {
        if (bytes.Length < MagicLength + sizeof(uint) || !bytes.AsSpan().StartsWith(Magic) || bytes[6] is not (1 or 2))
            throw new InvalidInputException(place, "is no .npy file of version 1 or 2");
        var wide = bytes[6] == 2;
        var start = MagicLength + (wide ? sizeof(uint) : sizeof(ushort));
        var headerLength = wide
            ? BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(MagicLength))
            : BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(MagicLength));
        if (headerLength > bytes.Length - start)
            throw new InvalidInputException(place, $"its header of {headerLength} bytes passes the end of the file");
        var header = Encoding.ASCII.GetString(bytes, start, (int)headerLength);
        if (!header.Contains("'<f4'", StringComparison.Ordinal) || !header.Contains("'fortran_order': False", StringComparison.Ordinal))
            throw new InvalidInputException(place, $"holds {header.Trim()}; float32 ('<f4') in row-major order is read");
        var dims = ShapePattern.Match(header).Groups["dims"].Value
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var count = dims.Length > 0 && int.TryParse(dims[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first) ? first : 0;
        var values = bytes.AsSpan(start + (int)headerLength);
        var expected = dims.Aggregate(
            1L,
            (product, dim) => long.TryParse(dim, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
                && size < MaxBytes && product < MaxBytes ? product * size : -1);
        if (expected == 0)
            throw new InvalidInputException(place, $"shape ({string.Join(", ", dims)}) holds no value");
        if (count < 1 || expected * sizeof(float) != values.Length)
            throw new InvalidInputException(place, $"shape ({string.Join(", ", dims)}) does not fit {values.Length} bytes of float32");
        return new GivenInputs(
            place,
            [.. dims.Skip(1).Select(int.Parse)],
            [.. MemoryMarshal.Cast<byte, float>(values).ToArray().Chunk((int)(expected / count))]);
    }

    [GeneratedRegex(@"'shape': \((?<dims>[0-9, ]+)\)", RegexOptions.CultureInvariant)]
    private static partial Regex ShapePattern { get; }
}
