using System.IO.Compression;
using EdgeInfer.Core.Errors;
using static System.FormattableString;

namespace EdgeInfer.Recordings.Text;

/// <summary>The content of a gzip file, within limits of size and ratio.</summary>
internal sealed class UnpackedStream(FileStream packed, string path) : Stream
{
    // Where a gzip file says how many bytes it holds, modulo 2^32.
    private const int TrailerLengthBytes = 4;

    private readonly GZipStream _content = new(packed, CompressionMode.Decompress);
    private long _total;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="InvalidInputException">The file is damaged or cut off, or unpacks to more than the limits.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read;
        try
        {
            read = _content.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw Damaged(error);
        }

        _total += read;
        if (read == 0 && buffer.Length > 0)
            RequireWhole();
        if (_total > TextLimits.MaxFileBytes)
            throw new InvalidInputException(path, $"unpacks to more than the limit of {TextLimits.MaxFileBytes} bytes");
        if (_total > TextLimits.RatioFromBytes && _total / packed.Length > TextLimits.MaxPackedRatio)
        {
            throw new InvalidInputException(path,
                Invariant($"unpacks to more than {TextLimits.MaxPackedRatio} times its size: if that is right, unpack it yourself"));
        }

        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    // The runtime's reader takes a file that ends early for one that ends.
    private void RequireWhole()
    {
        Span<byte> trailer = stackalloc byte[TrailerLengthBytes];
        packed.Position = Math.Max(0, packed.Length - TrailerLengthBytes);
        packed.ReadExactly(trailer[..(int)Math.Min(packed.Length, TrailerLengthBytes)]);
        if (BitConverter.ToUInt32(trailer) != (uint)_total)
            throw Damaged(null);
    }

    private InvalidInputException Damaged(Exception? error) =>
        new(path, "the gzip file is damaged or cut off: copy or pack it again", error);
}
