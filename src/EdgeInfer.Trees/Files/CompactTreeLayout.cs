namespace EdgeInfer.Trees.Files;

/// <summary>Offsets and sizes of docs/formats/compact-tree-file.md, in bytes, all little-endian.</summary>
internal static class CompactTreeLayout
{
    public const ushort FormatVersion = 1;

    public const int FormatVersionOffset = 8;
    public const int SectionCountOffset = 10;
    public const int FileLengthOffset = 12;
    public const int FeatureCountOffset = 16;
    public const int OutputCountOffset = 20;
    public const int AggregationOffset = 24;
    public const int LinkOffset = 25;
    public const int ReservedOffset = 26;
    public const int HeaderChecksumOffset = 28;
    public const int HeaderLength = 32;

    public const int SectionEntryLength = 16;
    public const int SectionAlignment = 8;
    public const ushort MandatoryFlag = 1;

    public const int CalibrationEntryLength = 16;
    public const int TreesPrefixLength = 8;
    public const int TreeEntryLength = 8;
    public const int NodeLength = 16;
    public const int LeafLength = 8;

    /// <summary>An ensemble at all its limits takes 50 MB unpacked; a file is read whole into memory.</summary>
    public const int MaximumFileLength = 64 * 1024 * 1024;

    /// <summary>Six are known; the rest is room for optional ones of later versions.</summary>
    public const int MaximumSections = 32;

    /// <summary>A first byte above ASCII, and line ends of both kinds: a transfer as text damages it.</summary>
    public static ReadOnlySpan<byte> Magic => [0x8E, (byte)'E', (byte)'I', (byte)'T', 0x0D, 0x0A, 0x1A, 0x0A];

    public static int Align(int offset) => (offset + SectionAlignment - 1) / SectionAlignment * SectionAlignment;
}
