using System.Buffers.Binary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Images.Exif;
using EdgeInfer.Images.Pixels;
using static System.FormattableString;

namespace EdgeInfer.Images.Jpeg;

/// <summary>
/// Walks the markers of a JPEG file (ITU-T T.81, annex B) before the decoder sees it: the decoder sizes its memory by
/// one frame header and writes by another where a file has several, and that ends the process.
/// </summary>
internal sealed class JpegMarkers
{
    private const byte Prefix = 0xFF;
    private const byte StartOfImage = 0xD8;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;
    private const int LengthBytes = 2;
    private const int AdobeTransformAt = 11;

    private static ReadOnlySpan<byte> ExifName => "Exif\0\0"u8;

    private readonly string _path;
    private readonly JpegTables _tables;
    private JpegScans? _scans;
    private bool _isAdobeRgb;
    private ExifOrientation? _orientation;
    private bool _exifIsDamaged;

    private JpegMarkers(string path) => (_path, _tables) = (path, new JpegTables(path));

    /// <exception cref="InvalidInputException">Damaged, or a JPEG that the decoder is not to be trusted with.</exception>
    public static JpegContent Walk(ReadOnlySpan<byte> bytes, string path) => new JpegMarkers(path).Walk(bytes);

    private JpegContent Walk(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith((ReadOnlySpan<byte>)[Prefix, StartOfImage]))
            throw Damaged("does not begin with SOI");
        var at = 2;
        for (byte marker; (marker = Marker(bytes, ref at)) != EndOfImage;)
        {
            Accept(marker, Segment(bytes, ref at), at);
            if (marker == StartOfScan)
                at += EntropyBytes(bytes[at..]);
        }

        // Phones put a second picture or notes of their own behind EOI; the decoder does not see them.
        if (_scans is null)
            throw Damaged("has no frame header (SOF)");
        _scans.RequireAll();
        if (_isAdobeRgb && _scans.Frame.Components.Count == Still.Colours || _scans.Frame.IsRgb)
            throw new InvalidInputException(_path, "a JPEG of red, green and blue; luma and two differences of colour are read");
        _tables.Require(_scans.Frame);
        return new JpegContent(_scans.Frame, at, _orientation ?? ExifOrientation.TopLeft, _exifIsDamaged);
    }

    private void Accept(byte marker, ReadOnlySpan<byte> segment, int end)
    {
        switch (marker)
        {
            // SOF0 baseline, SOF1 extended, SOF2 progressive.
            case 0xC0 or 0xC1 or 0xC2 when _scans is null:
                _scans = new JpegScans(JpegFrame.Read(segment, marker == 0xC2, _path), _path);
                break;
            case 0xC0 or 0xC1 or 0xC2:
                throw Damaged("has more than one frame header (SOF)");
            case StartOfScan when _scans is null:
                throw Damaged("has a scan in front of its frame header (SOF)");
            case StartOfScan:
                _tables.BeginScan();
                _scans.Add(segment);
                break;
            case 0xC4:
                _tables.CheckHuffman(segment);
                break;
            case 0xDB:
                _tables.AddQuantizations(segment);
                break;
            // Adobe's APP14; 0 says that no colours were transformed.
            case 0xEE when segment.StartsWith("Adobe"u8):
                _isAdobeRgb |= segment.Length > AdobeTransformAt && segment[AdobeTransformAt] == 0;
                break;
            // APP1; XMP is another, and of several blocks of EXIF the first counts.
            case 0xE1 when segment.StartsWith(ExifName) && _orientation is null:
                _orientation = ExifBlock.Read(segment[ExifName.Length..]);
                _exifIsDamaged |= _orientation is null;
                break;
            // DRI, APP0 to APP15, COM.
            case 0xDD or (>= 0xE0 and <= 0xEF) or 0xFE:
                break;
            default:
                throw Damaged(
                    Invariant($"has the marker FF{marker:X2} in front of byte {end - segment.Length - LengthBytes}, which is not read"));
        }
    }

    private byte Marker(ReadOnlySpan<byte> bytes, ref int at)
    {
        var fill = bytes[at..].IndexOfAnyExcept(Prefix);
        if (fill == 0)
            throw Damaged(Invariant($"has no marker at byte {at}"));
        if (fill < 0)
            throw new InvalidInputException(_path, "a truncated JPEG: ends before its marker EOI; copy the file again");
        at += fill + 1;
        return bytes[at - 1] == StartOfImage
            ? throw Damaged(Invariant($"has a second SOI at byte {at - 2}"))
            : bytes[at - 1];
    }

    private ReadOnlySpan<byte> Segment(ReadOnlySpan<byte> bytes, ref int at)
    {
        var rest = bytes[at..];
        var length = rest.Length < LengthBytes ? 0 : BinaryPrimitives.ReadUInt16BigEndian(rest);
        if (length > rest.Length)
        {
            var seen = Invariant($"has a segment of {length} bytes at byte {at}, where {rest.Length} are left");
            throw new InvalidInputException(_path, $"a truncated JPEG: {seen}; copy the file again");
        }

        if (length < LengthBytes)
            throw Damaged(Invariant($"has a segment of {length} bytes at byte {at}, where {rest.Length} are left"));
        at += length;
        return rest[LengthBytes..length];
    }

    /// <summary>Until a marker that is neither a restart nor a stuffed FF00.</summary>
    private static int EntropyBytes(ReadOnlySpan<byte> rest)
    {
        for (var at = 0; ; at += 2)
        {
            var next = rest[at..].IndexOf(Prefix);
            if (next < 0)
                return rest.Length;
            at += next;
            if (at + 1 == rest.Length || rest[at + 1] is not (0 or (>= 0xD0 and <= 0xD7)))
                return at;
        }
    }

    private InvalidInputException Damaged(string reason) => new(_path, $"a damaged JPEG: {reason}");
}
