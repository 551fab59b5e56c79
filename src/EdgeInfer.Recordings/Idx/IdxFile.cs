using System.Buffers.Binary;
using System.IO.Compression;
using EdgeInfer.Core.Errors;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Idx;

/// <summary>
/// An IDX file of bytes, as it is or gzipped: two zero bytes, the type 8 (unsigned byte), the number of dimensions,
/// each dimension as a big-endian 32-bit number, then the values.
/// </summary>
internal sealed class IdxFile : IDisposable
{
    private const byte UnsignedByte = 8;
    private const int NumberBytes = 4;
    private const int ChunkBytes = 1 << 20;

    private readonly string _path;
    private readonly Stream _stream;

    private IdxFile(string path, Stream stream) => (_path, _stream) = (path, stream);

    /// <summary>Number of images or labels first.</summary>
    public int[] Dimensions { get; private set; } = [];

    /// <exception cref="InvalidInputException">Missing, no IDX file of that many dimensions, or too large.</exception>
    public static IdxFile Open(string path, int dimensions)
    {
        if (!File.Exists(path))
            throw new InvalidInputException(path, "file not found");
        var file = new IdxFile(path, Plain(path));
        try
        {
            file.ReadHeader(dimensions);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>All values, which must be the rest of the file. Memory grows with what arrives, not with what is announced.</summary>
    public byte[] ReadValues()
    {
        var total = Dimensions.Aggregate(1, (product, one) => product * one);
        var values = new byte[Math.Min(total, ChunkBytes)];
        for (var count = 0; ; Array.Resize(ref values, (int)Math.Min(total, 2L * values.Length)))
        {
            count += Fill(values.AsSpan(count));
            if (count < values.Length)
                throw new InvalidInputException(
                    _path, Invariant($"holds {count} of the {total} values that its header announces: is it truncated?"));
            if (count == total)
                break;
        }

        return Fill(new byte[1]) == 0
            ? values
            : throw new InvalidInputException(_path, Invariant($"holds more than the {total} values that its header announces"));
    }

    public void Dispose() => _stream.Dispose();

    private static Stream Plain(string path)
    {
        var file = File.OpenRead(path);
        var gzipped = file.ReadByte() == 0x1F && file.ReadByte() == 0x8B;
        file.Position = 0;
        return gzipped ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private void ReadHeader(int dimensions)
    {
        var header = new byte[NumberBytes * (1 + dimensions)];
        var count = Fill(header);
        if (count < header.Length)
            throw new InvalidInputException(
                _path, Invariant($"ends inside the header of an IDX file, after {count} of {header.Length} bytes"));
        if (header[0] != 0 || header[1] != 0 || header[2] != UnsignedByte || header[3] != dimensions)
        {
            throw new InvalidInputException(
                _path,
                Invariant($"begins with {header[0]:X2} {header[1]:X2} {header[2]:X2} {header[3]:X2}; ")
                + Invariant($"an IDX file of bytes in {dimensions} dimensions with 00 00 08 {dimensions:X2}"));
        }

        uint[] sizes =
        [
            .. Enumerable.Range(1, dimensions).Select(i => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(NumberBytes * i))),
        ];
        if (sizes[0] is 0 or > IdxLimits.Images)
            throw new InvalidInputException(_path, Invariant($"announces {sizes[0]} entries, not 1 to {IdxLimits.Images}"));
        var values = sizes.Aggregate(1.0, (product, size) => product * size);
        if (values is 0 or > IdxLimits.Bytes)
            throw new InvalidInputException(_path, Invariant($"announces {values} values, not 1 to {IdxLimits.Bytes}"));
        RequireLength(values);
        Dimensions = [.. sizes.Select(size => (int)size)];
    }

    /// <summary>A file that is not packed tells at once whether its header lies.</summary>
    private void RequireLength(double values)
    {
        if (_stream is not FileStream file)
            return;
        var rest = file.Length - file.Position;
        if (rest < values)
            throw new InvalidInputException(
                _path, Invariant($"holds {rest} of the {values} values that its header announces: is it truncated?"));
        if (rest > values)
            throw new InvalidInputException(_path, Invariant($"holds more than the {values} values that its header announces"));
    }

    private int Fill(Span<byte> bytes)
    {
        try
        {
            return _stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException error)
        {
            throw new InvalidInputException(_path, $"a damaged gzip file: {error.Message}", error);
        }
    }
}
