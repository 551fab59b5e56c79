namespace EdgeInfer.Images.Exif;

/// <summary>
/// Where the first row and the first column of a picture belong, as cameras write it that do not turn the pixels themselves
/// (EXIF 2.32, tag 0x0112; the names are TIFF's).
/// </summary>
public enum ExifOrientation : byte
{
    /// <summary>As it is seen.</summary>
    TopLeft = 1,

    /// <summary>Mirrored from left to right.</summary>
    TopRight = 2,

    /// <summary>Upside down.</summary>
    BottomRight = 3,

    /// <summary>Mirrored from top to bottom.</summary>
    BottomLeft = 4,

    /// <summary>Rows and columns exchanged.</summary>
    LeftTop = 5,

    /// <summary>To be turned by a quarter, clockwise.</summary>
    RightTop = 6,

    /// <summary>Rows and columns exchanged, and upside down.</summary>
    RightBottom = 7,

    /// <summary>To be turned by a quarter, counter-clockwise.</summary>
    LeftBottom = 8,
}
