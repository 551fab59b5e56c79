using System.Xml.Linq;
using EdgeInfer.Datasets.Preview;
using EdgeInfer.Images.Files;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Datasets.Tests.Preview;

public sealed class DatasetPreviewTests : IDisposable
{
    private const int MostCharacters = 5_000_000;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void PicturesAreShownAClassWithGroupAndSide()
    {
        ImageFolder.WritePngs(_folder);

        var page = Page();

        var figures = page.Descendants("figure").ToArray();
        Assert.Equal(["a", "b"], page.Descendants("h2").Select(heading => heading.Value));
        Assert.Equal(["train, x, 1.png", "test, y, 3.png", "train, x, 2.png", "test, y, 4.png"], figures.Select(figure => figure.Value));
        var picture = Convert.FromBase64String(figures[0].Element("img")!.Attribute("src")!.Value.Split(',')[1]);
        Assert.Equal((2, 3), (StillHeader.Read(picture, "shown").Width, StillHeader.Read(picture, "shown").Height));
    }

    [Fact]
    public void ThePictureThatIsShownIsTheOneThatAModelSees()
    {
        ImageFolder.WritePngs(_folder);
        var shown = Convert.FromBase64String(Page().Descendants("img").First().Attribute("src")!.Value.Split(',')[1]);
        var frame = new Core.Windows.FrameShape(2, 3, Core.Windows.FrameColour.Rgb);

        Assert.Equal(
            StillFile.Decode(File.ReadAllBytes(_folder.File("1.png")), frame, "1.png"), StillFile.Decode(shown, frame, "shown"));
    }

    [Fact]
    public void BrokenPicturesAreListedAndTheOthersShown()
    {
        ImageFolder.WritePngs(_folder);
        File.WriteAllBytes(_folder.File("3.png"), []);
        File.WriteAllBytes(_folder.File("4.png"), ImageFolder.Png(2, 3, 1)[..^4]);

        var page = Page();

        Assert.Equal("2 wrong", page.Descendants("h2").First().Value);
        Assert.Contains(page.Descendants("li"), line => line.Value.EndsWith("3.png: the file is empty", StringComparison.Ordinal));
        Assert.Contains(page.Descendants("li"), line => line.Value.Contains("4.png: a truncated PNG", StringComparison.Ordinal));
        Assert.Equal(2, page.Descendants("figure").Count());
    }

    [Fact]
    public void IdxFilesAreShownAsPictures()
    {
        ImageFolder.WriteIdx(_folder);

        Assert.Equal(24, Page().Descendants("figure").Count());
    }

    [Fact]
    public void ARecordingAClassIsDrawnWithItsLabels()
    {
        WriteTable(rows: 300, labels: ["still", "walk", "run"]);

        var page = Page();

        Assert.Equal(["still", "walk", "run"], page.Descendants("p").Single(p => (string?)p.Attribute("class") == "legend").Elements("span")
            .Select(name => name.Value));
        var chart = Assert.Single(page.Descendants("svg"));
        Assert.Equal(["still", "walk", "run"], chart.Descendants("rect").SelectMany(band => band.Elements("title")).Select(t => t.Value));
        Assert.Contains(chart.Descendants("text"), text => text.Value == "ax, g");
        Assert.Contains(chart.Descendants("text"), text => text.Value == "time from the recording's start, s");
    }

    [Fact]
    public void APeakOfOneSampleIsSeenInALongRecording()
    {
        WriteTable(rows: 100_000, labels: ["still", "walk"], peakAt: 54_321);

        var chart = Assert.Single(Page().Descendants("svg"));

        Assert.Contains(chart.Descendants("text"), text => text.Value == "99");
    }

    [Fact]
    public void APageOfManyClassesStaysBelowFiveMegabytes()
    {
        WriteTable(rows: 50_000, labels: [.. Enumerable.Range(0, 64).Select(i => FormattableString.Invariant($"class{i}"))]);

        Assert.InRange(DatasetPreview.Render(_folder.Path).Length, 10_000, MostCharacters);
    }

    [Fact]
    public void ThePageReachesForNothingOutsideAndRunsNoScript()
    {
        WriteTable(rows: 300, labels: ["<b>&still", "walk"]);

        var text = DatasetPreview.Render(_folder.Path);

        Assert.DoesNotContain("http", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>&still", text, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", text, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private XElement Page() => XDocument.Parse(DatasetPreview.Render(_folder.Path)).Root!;

    private void WriteTable(int rows, string[] labels, int peakAt = -1)
    {
        File.WriteAllText(_folder.File("dataset.json"), $$"""
            {
              "schema": 1, "name": "moves", "licence": "MIT", "kind": "sensor-csv", "task": "classification",
              "labels": [{{string.Join(", ", labels.Select((label, index) => $$"""{ "name": "{{label}}", "value": "{{index}}" }"""))}}],
              "channels": [{ "name": "ax", "unit": "g" }], "rate_hz": 50, "label_column": "label", "group_column": "who",
              "window": { "seconds": 1, "overlap": 0 },
              "splits": [{ "name": "groups", "by": "groups", "train": ["a"], "test": ["b"] }]
            }
            """);
        foreach (var group in new[] { "a", "b" })
        {
            var lines = Enumerable.Range(0, rows).Select(row => FormattableString.Invariant(
                $"{(row == peakAt ? 99 : Math.Sin(row)):0.###},{row * labels.Length / rows},{group}"));
            File.WriteAllLines(_folder.File($"{group}.csv"), lines.Prepend("ax,label,who"));
        }
    }
}
