using System.Globalization;
using System.Text;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Cli.Tests.Support;

/// <summary>Recordings without any description: a folder a person, a file a class, a time in milliseconds.</summary>
internal sealed class CsvFolder : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CsvFolder()
    {
        foreach (var (place, person) in new[] { "anna", "ben", "cleo", "dora" }.Index())
        {
            Directory.CreateDirectory(_folder.File(person));
            Write($"{person}/walk.csv", Rows(3, place));
            Write($"{person}/sit.csv", Rows(0, place));
        }
    }

    public string Path => _folder.Path;

    public string File(string name) => _folder.File(name);

    public void Write(string name, string text) => System.IO.File.WriteAllText(File(name), text);

    private static string Rows(double hz, int tilt)
    {
        var rows = new StringBuilder("time_ms,ax,ay\n");
        for (var sample = 0; sample < 200; sample++)
        {
            var (swing, rest) = (Math.Sin(2 * Math.PI * hz * sample / 50), 0.1 * tilt + 0.01 * Math.Cos(sample));
            rows.Append(CultureInfo.InvariantCulture, $"{sample * 20},{swing:F4},{rest:F4}\n");
        }

        return rows.ToString();
    }

    public void Dispose() => _folder.Dispose();
}
