namespace EdgeInfer.Images.Fitting;

/// <summary>A part of a picture, px from its upper left corner; its edges may lie inside pixels.</summary>
internal readonly record struct PictureBox(double Left, double Top, double Width, double Height)
{
    /// <summary>The largest part in the middle that has the sides' ratio of a frame.</summary>
    public static PictureBox Middle(int width, int height, int frameWidth, int frameHeight)
    {
        // Compared in whole numbers, so that a ratio that is equal leaves the picture whole.
        if ((long)width * frameHeight > (long)height * frameWidth)
        {
            var kept = (double)height * frameWidth / frameHeight;
            return new PictureBox((width - kept) / 2, 0, kept, height);
        }
        else
        {
            var kept = (double)width * frameHeight / frameWidth;
            return new PictureBox(0, (height - kept) / 2, width, kept);
        }
    }
}
