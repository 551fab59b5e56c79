namespace EdgeInfer.Recordings.Text;

/// <summary>How a file writes its characters as bytes.</summary>
internal enum TextEncoding
{
    Utf8,

    /// <summary>With a byte order mark, FF FE.</summary>
    Utf16LittleEndian,

    /// <summary>With a byte order mark, FE FF.</summary>
    Utf16BigEndian,

    /// <summary>ISO 8859-1: what is not valid UTF-8, such as a degree sign of an older Windows program.</summary>
    Latin1,
}
