using System.Globalization;
using System.Xml.Linq;
using EdgeInfer.Recordings;
using EdgeInfer.Recordings.Opening;
using static EdgeInfer.Datasets.Preview.PreviewMarkup;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Preview;

/// <summary>One recording: a panel a channel over the time, and behind them the colours of its labels.</summary>
internal static class RecordingChart
{
    /// <summary>Channels that are drawn; a table may have hundreds.</summary>
    private const int MostPanels = 12;

    /// <summary>Columns into which the time is cut; of each the smallest and the largest value are drawn.</summary>
    private const int Columns = 400;

    private const double Width = 1_000;
    private const double Left = 90;
    private const double Right = 990;
    private const double PanelHeight = 90;
    private const double PanelGap = 18;
    private const double StripHeight = 10;
    private const int MostTicks = 8;
    private const double CharacterWidth = 8;

    private static readonly double[] TickFactors = [1, 2, 5, 10];

    public static XElement Draw(string id, RecordingSet set, Recording recording)
    {
        var samples = set.Samples(recording);
        var start = samples.TimeNanoseconds(0);
        var seconds = Math.Max(Enumerable.Range(0, samples.Count).Max(row => (samples.TimeNanoseconds(row) - start) / 1e9), 1e-9);
        int ColumnOf(int row) => (int)Math.Clamp((samples.TimeNanoseconds(row) - start) / 1e9 / seconds * Columns, 0, Columns - 1);
        double At(double column) => Left + column * (Right - Left) / Columns;
        var channels = set.Dataset.Channels.Take(MostPanels).ToArray();
        var bottom = channels.Length * (PanelHeight + PanelGap);
        var runs = LabelRun.Of(samples, ColumnOf);
        return Element(
            "svg",
            "chart",
            Attribute("viewBox", Invariant($"0 0 {Width} {bottom + 72}")),
            Attribute("role", "img"),
            Attribute("aria-labelledby", id),
            Element("title", "", Attribute("id", id), Invariant($"{recording.Path}: {samples.Count} samples in {seconds:0.###} s")),
            runs.Select(run => Band(set, run, At(run.FirstColumn), At(run.EndColumn), bottom)),
            channels.Select((channel, index) => Panel(
                ChannelExtremes.Of(samples, index, Columns, ColumnOf),
                $"{channel.Name}, {channel.Unit}",
                At,
                index * (PanelHeight + PanelGap))),
            Ticks(seconds).Select(tick => Text("middle", At(tick / seconds * Columns), bottom + 46, Short(tick))),
            Text("middle", (Left + Right) / 2, bottom + 66, "time from the recording's start, s"));
    }

    private static IEnumerable<XElement> Band(RecordingSet set, LabelRun run, double from, double to, double bottom)
    {
        if (run.Label < 0)
            yield break;
        yield return Rectangle("band", run.Label, from, 0, to - from, bottom);
        yield return Rectangle("strip", run.Label, from, bottom, to - from, StripHeight).With(
            Element("title", "", set.LabelNames[run.Label]));
        if (set.LabelNames[run.Label].Length * CharacterWidth < to - from)
            yield return Text("middle", (from + to) / 2, bottom + 25, set.LabelNames[run.Label]);
    }

    /// <summary>Multiples of 1, 2 or 5 times a power of ten.</summary>
    private static IEnumerable<double> Ticks(double seconds)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(seconds / MostTicks)));
        var step = TickFactors.Select(factor => factor * power).First(step => step * MostTicks >= seconds);
        return Enumerable.Range(0, (int)(seconds / step) + 1).Select(tick => tick * step);
    }

    private static XElement Panel(ChannelExtremes extremes, string name, Func<double, double> at, double top)
    {
        var height = Math.Max(extremes.Largest - extremes.Smallest, double.Epsilon);
        double Down(double value) => top + PanelGap + (extremes.Largest - value) / height * PanelHeight;
        return Element(
            "g",
            "",
            Grid(top + PanelGap),
            Grid(top + PanelGap + PanelHeight),
            Text("name", Left, top + PanelGap - 5, name),
            Text("end", Left - 6, top + PanelGap + 10, Short(extremes.Largest)),
            Text("end", Left - 6, top + PanelGap + PanelHeight, Short(extremes.Smallest)),
            Element("path", "curve", Attribute("d", extremes.Path(at, Down))));
    }

    private static XElement Grid(double y) => Element(
        "line", "grid", Attribute("x1", Left), Attribute("y1", y), Attribute("x2", Right), Attribute("y2", y));

    private static XElement Text(string cssClass, double x, double y, string text) =>
        Element("text", cssClass, Attribute("x", x), Attribute("y", y), text);

    private static XElement Rectangle(string cssClass, int label, double x, double y, double width, double height) => Element(
        "rect",
        cssClass,
        PreviewPage.ColourOf(label),
        Attribute("x", x),
        Attribute("y", y),
        Attribute("width", width),
        Attribute("height", height));

    private static XElement With(this XElement element, XElement inside)
    {
        element.Add(inside);
        return element;
    }

    private static string Short(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
