using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;

namespace EdgeInfer.Tests.Support.Data;

/// <summary>A small data set that is in order; a test spoils one thing and looks at the error.</summary>
public sealed class SensorFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SensorFolder()
    {
        Write("dataset.json", Description);
        Write("split.csv", "path,label,group,split\na.csv,low,one,train\nb.csv,high,one,train\nc.csv,low,two,test\nd.csv,high,two,test\n");
        foreach (var name in new[] { "a", "b", "c", "d" })
            Write($"{name}.csv", Rows(30));
    }

    public static string Description { get; } =
        """
        {
          "schema": 1,
          "name": "levels",
          "licence": "MIT",
          "kind": "sensor-csv",
          "task": "classification",
          "labels": [{ "name": "low" }, { "name": "high" }],
          "channels": [{ "name": "v", "unit": "V" }],
          "rate_hz": 10,
          "timestamp": { "column": "t", "unit": "ms" },
          "window": { "seconds": 1, "overlap": 0.5, "max_gap_seconds": 0.25 },
          "splits": [{ "name": "rooms", "by": "file", "file": "split.csv" }]
        }
        """;

    public string Path => _folder.Path;

    public static string Rows(int count)
    {
        var text = new StringBuilder("t,v\n");
        for (var i = 0; i < count; i++)
            text.Append(1000 + (100 * i)).Append(',').Append(i).Append(".5\n");
        return text.ToString();
    }

    public string File(string name) => _folder.File(name);

    public void Write(string name, string text) => System.IO.File.WriteAllText(File(name), text);

    public void Replace(string name, string old, string by)
    {
        var text = System.IO.File.ReadAllText(File(name));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(name, text.Replace(old, by, StringComparison.Ordinal));
    }

    /// <summary>The one line that a user sees on opening the folder and reading every recording.</summary>
    public string Error(string? task = null, string? split = null)
    {
        var error = Assert.Throws<InvalidInputException>(() =>
        {
            var set = RecordingSet.Open(Path, task, split);
            _ = EdgeInfer.Recordings.Windows.WindowSet.Read(set, set.Recordings, set.TestShape);
        });
        Assert.DoesNotContain('\n', error.Message);
        return error.Message.Replace(Path + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
