using System.Buffers.Binary;
using System.IO.Compression;
using EdgeInfer.Core.Errors;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Images;

/// <summary>
/// An IDX file of bytes, as it is or gzipped: two zero bytes, the type 8 (unsigned byte), the number of dimensions,
/// each dimension as a big-endian 32-bit number, then the values.
/// </summary>
internal sealed class IdxFile : IDisposable
{
    private const byte UnsignedByte = 8;
    private const int NumberBytes = 4;

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

    /// <summary>All values, which must be the rest of the file.</summary>
    public byte[] ReadValues()
    {
        var values = new byte[Dimensions.Aggregate(1, (product, one) => product * one)];
        var count = Fill(values);
        if (count < values.Length)
            throw new InvalidInputException(_path, Invariant($"holds {count} of the {values.Length} values that its header announces: is it truncated?"));
        return Fill(new byte[1]) == 0
            ? values
            : throw new InvalidInputException(_path, Invariant($"holds more than the {values.Length} values that its header announces"));
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
            throw new InvalidInputException(_path, Invariant($"ends inside the header of an IDX file, after {count} of {header.Length} bytes"));
        if (header[0] != 0 || header[1] != 0 || header[2] != UnsignedByte || header[3] != dimensions)
        {
            throw new InvalidInputException(_path, Invariant(
                $"begins with {header[0]:X2} {header[1]:X2} {header[2]:X2} {header[3]:X2}; an IDX file of bytes in {dimensions} dimensions with 00 00 08 {dimensions:X2}"));
        }

        uint[] sizes = [.. Enumerable.Range(1, dimensions).Select(i => BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(NumberBytes * i)))];
        if (sizes[0] is 0 or > ImageLimits.IdxImages)
            throw new InvalidInputException(_path, Invariant($"announces {sizes[0]} entries, not 1 to {ImageLimits.IdxImages}"));
        if (sizes.Aggregate(1.0, (product, size) => product * size) is var values and (0 or > ImageLimits.IdxBytes))
            throw new InvalidInputException(_path, Invariant($"announces {values} values, not 1 to {ImageLimits.IdxBytes}"));
        Dimensions = [.. sizes.Select(size => (int)size)];
    }

    private int Fill(byte[] bytes)
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
