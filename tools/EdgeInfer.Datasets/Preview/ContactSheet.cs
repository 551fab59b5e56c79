using System.Xml.Linq;
using EdgeInfer.Recordings;
using static EdgeInfer.Datasets.Preview.PreviewMarkup;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Preview;

/// <summary>One class of pictures: a few of them as a model sees them, with file, group and side.</summary>
internal sealed class ContactSheet
{
    /// <summary>Pictures of a class that are shown.</summary>
    private const int PicturesOfAClass = 12;

    /// <summary>Bytes of the pictures of a page, which base64 lengthens by a third.</summary>
    private const int MostBytes = 3_000_000;

    /// <summary>Small pictures are enlarged to about this many pixels of the screen.</summary>
    private const int ShownSide = 84;

    private int _bytes;

    /// <param name="label">Name of the class.</param>
    /// <param name="index">Its place among the labels.</param>
    /// <param name="recordings">Of that class.</param>
    /// <param name="thumbnail">A PNG file with its sides in px; null where the picture can't be read.</param>
    public XElement Section(
        string label,
        int index,
        IReadOnlyList<Recording> recordings,
        Func<Recording, (byte[] Png, int Width, int Height)?> thumbnail)
    {
        var train = recordings.Count(recording => recording.Side == SplitSide.Train);
        var groups = recordings.Select(recording => recording.Group).Distinct().Count();
        return Element(
            "section",
            "",
            Element("h2", "", Element("i", "key", PreviewPage.ColourOf(index)), label),
            Element("p", "lead", Invariant($"{train} to train on, {recordings.Count - train} to test on, {groups} groups")),
            Element("div", "sheet", SpreadSample.Of(recordings, PicturesOfAClass).Select(recording => Figure(recording, thumbnail))));
    }

    private XElement? Figure(Recording recording, Func<Recording, (byte[] Png, int Width, int Height)?> thumbnail)
    {
        if (_bytes > MostBytes || thumbnail(recording) is not var (png, width, height))
            return null;
        _bytes += png.Length;
        var scale = Math.Max(1, ShownSide / Math.Max(width, height));
        return Element(
            "figure",
            "",
            Element(
                "img",
                "",
                Attribute("src", $"data:image/png;base64,{Convert.ToBase64String(png)}"),
                Attribute("alt", recording.Path),
                Attribute("width", width * scale),
                Attribute("height", height * scale)),
            Element("b", "", recording.Side == SplitSide.Train ? "train" : "test"),
            $", {recording.Group}, {recording.Path}");
    }
}
