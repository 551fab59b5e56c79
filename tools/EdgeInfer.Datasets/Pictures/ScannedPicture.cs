using EdgeInfer.Images.Exif;

namespace EdgeInfer.Datasets.Pictures;

/// <summary>A picture that can be read.</summary>
/// <param name="Path">Relative to the folder, with forward slashes.</param>
/// <param name="Width">Columns after turning, px.</param>
/// <param name="Height">Rows after turning, px.</param>
/// <param name="Orientation">How its EXIF says the file's rows lie.</param>
/// <param name="ExifIsDamaged">Whether its EXIF could not be read, so that it is taken as it lies.</param>
/// <param name="IsGray">Whether the file holds one channel.</param>
public sealed record ScannedPicture(
    string Path, int Width, int Height, ExifOrientation Orientation, bool ExifIsDamaged, bool IsGray);
