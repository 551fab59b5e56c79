namespace EdgeInfer.Trees.Files;

/// <summary>How a packed leaf is cut: sign and exponent, then the mantissa without the zeros that end every one.</summary>
internal static class PackedLeavesPrefix
{
    public const int Length = 8;

    public const int HeadCountOffset = 4;

    public const int DroppedBitsOffset = 6;

    public const int ReservedOffset = 7;

    public const int MantissaBits = 52;

    /// <summary>Sign and exponent of a double.</summary>
    public const int HeadBits = 12;
}
