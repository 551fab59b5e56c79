namespace EdgeInfer.Core.Features.Images;

/// <summary>How a pixel's vote is divided between the two cells whose centres it lies between, along one axis.</summary>
/// <param name="First">Index of the cell before it; -1 before the first.</param>
/// <param name="Next">Share of the cell after it, 0 to below 1.</param>
internal readonly record struct CellShare(int First, double Next)
{
    /// <summary>One entry a pixel.</summary>
    public static CellShare[] Along(int pixels, int margin, int side)
    {
        var shares = new CellShare[pixels];
        for (var pixel = 0; pixel < pixels; pixel++)
        {
            var position = (pixel - margin + 0.5) / side - 0.5;
            var first = (int)Math.Floor(position);
            shares[pixel] = new CellShare(first, position - first);
        }

        return shares;
    }
}
