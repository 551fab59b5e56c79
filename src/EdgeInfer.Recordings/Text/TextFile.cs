using System.Text;
using System.Text.Unicode;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Recordings.Text;

/// <summary>Opens a file as lines of UTF-8, whatever its bytes are: gzip is unpacked, other encodings are converted.</summary>
internal static class TextFile
{
    private static readonly (byte[] Start, string Reason)[] Others =
    [
        ([0x50, 0x4B, 0x03, 0x04], "is a ZIP archive or a spreadsheet: unpack it, or save the sheet as CSV"),
        ([0x50, 0x41, 0x52, 0x31], "is a Parquet file: save it as CSV"),
        ([0x89, 0x48, 0x44, 0x46], "is an HDF5 or MATLAB file: save it as CSV"),
        ([0xD0, 0xCF, 0x11, 0xE0], "is a spreadsheet of the old Excel format: save the sheet as CSV"),
        ([0x42, 0x5A, 0x68], "is packed by bzip2: unpack it, or pack it by gzip"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "is packed by xz: unpack it, or pack it by gzip"),
        ([0x28, 0xB5, 0x2F, 0xFD], "is packed by zstd: unpack it, or pack it by gzip"),
    ];

    /// <exception cref="InvalidInputException">The file is missing, too large, binary, or a damaged gzip file.</exception>
    public static LineBuffer Open(string path, out TextEncoding encoding, out bool packed)
    {
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new InvalidInputException(path, "file not found");
        if (file.Length > TextLimits.MaxFileBytes)
            throw new InvalidInputException(path, $"{file.Length} bytes; the limit is {TextLimits.MaxFileBytes}");

        var lines = new LineBuffer(OpenBytes(path, out packed), path);
        try
        {
            encoding = Recognise(lines, path, out var marks);
            if (encoding == TextEncoding.Utf8)
                lines.Skip(marks);
            else
                lines = Converted(lines, path, encoding, marks);
            if (lines.Peek(out _).Contains((byte)0))
                throw new InvalidInputException(path, "holds zero bytes: it is no text, or was cut off while it was written");
            return lines;
        }
        catch
        {
            lines.Dispose();
            throw;
        }
    }

    private static Stream OpenBytes(string path, out bool packed)
    {
        // The buffer of lines is large; another one would only copy.
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        Span<byte> start = stackalloc byte[2];
        packed = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && start.SequenceEqual<byte>([0x1F, 0x8B]);
        file.Position = 0;
        return packed ? new UnpackedStream(file, path) : file;
    }

    private static TextEncoding Recognise(LineBuffer lines, string path, out int marks)
    {
        var sample = lines.Peek(out var all);
        foreach (var (start, reason) in Others)
        {
            if (sample.StartsWith(start))
                throw new InvalidInputException(path, reason);
        }

        marks = sample.StartsWith<byte>([0xEF, 0xBB, 0xBF]) ? 3 : 2;
        if (sample.StartsWith<byte>([0xFF, 0xFE]))
            return TextEncoding.Utf16LittleEndian;
        if (sample.StartsWith<byte>([0xFE, 0xFF]))
            return TextEncoding.Utf16BigEndian;
        if (marks == 2)
            marks = 0;
        var end = all ? sample.Length : sample.LastIndexOf((byte)'\n') + 1;
        return Utf8.IsValid(sample[..end]) ? TextEncoding.Utf8 : TextEncoding.Latin1;
    }

    private static LineBuffer Converted(LineBuffer looked, string path, TextEncoding encoding, int marks)
    {
        looked.Dispose();
        var bytes = OpenBytes(path, out _);
        Span<byte> passedOver = stackalloc byte[marks];
        bytes.ReadExactly(passedOver);
        var source = encoding switch
        {
            TextEncoding.Utf16LittleEndian => Encoding.Unicode,
            TextEncoding.Utf16BigEndian => Encoding.BigEndianUnicode,
            _ => Encoding.Latin1,
        };
        return new LineBuffer(Encoding.CreateTranscodingStream(bytes, source, new UTF8Encoding(false)), path);
    }
}
