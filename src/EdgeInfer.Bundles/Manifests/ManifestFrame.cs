using EdgeInfer.Core.Windows;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>The still images that a bundle is made for; values are 0 to 255.</summary>
/// <param name="Width">Columns, px.</param>
/// <param name="Height">Rows, px.</param>
/// <param name="Colour">gray or rgb.</param>
public sealed record ManifestFrame(int Width, int Height, FrameColour Colour)
{
    public FrameShape ToShape() => new(Width, Height, Colour);
}
