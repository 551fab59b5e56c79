using System.Text.Json.Serialization;
using EdgeInfer.Core.Windows;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>The still images that a bundle is made for; values are 0 to 255.</summary>
/// <param name="Width">Columns, px.</param>
/// <param name="Height">Rows, px.</param>
/// <param name="Colour">gray or rgb.</param>
/// <param name="Fit">How pictures of another size become a frame, on the device's camera too; exact where left out.</param>
public sealed record ManifestFrame(
    int Width,
    int Height,
    FrameColour Colour,
    // Left out where it is exact, so that devices of before it open the bundle.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] FrameFit Fit = FrameFit.Exact)
{
    public FrameShape ToShape() => new(Width, Height, Colour) { Fit = Fit };
}
