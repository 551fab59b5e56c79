using System.Globalization;
using System.Text;
using EdgeInfer.Core.Errors;
using EdgeInfer.Datasets.Drafting;
using EdgeInfer.Datasets.Questions;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Datasets.Tests.Support;

/// <summary>A folder as somebody has it, without a description.</summary>
internal sealed class PlainFolder : IDisposable
{
    private const int Rows = 150;

    private readonly TemporaryFolder _folder = new();
    private int _files;

    public string Path => _folder.Path;

    public void Write(string name, string text)
    {
        var path = _folder.File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <summary>A table of a clock at 50 Hz in seconds and two channels, whose values no other file has.</summary>
    public void Table(string name) => Table(name, "time", row => (row / 50.0).ToString("F2", CultureInfo.InvariantCulture));

    /// <param name="name">Path inside the folder.</param>
    /// <param name="clock">Header of the first column.</param>
    /// <param name="time">Text of the first column in a row.</param>
    /// <param name="more">Headers of further columns, with a comma in front.</param>
    /// <param name="cells">Text of them in a row.</param>
    /// <param name="rows">Rows to write.</param>
    public void Table(
        string name, string clock, Func<int, string> time, string more = "", Func<int, string>? cells = null, int rows = Rows)
    {
        var random = new Random(_files++);
        var text = new StringBuilder($"{clock},x,y{more}\n");
        for (var row = 0; row < rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{time(row)},{random.NextDouble() - 0.5:F4},{random.NextDouble() * 9:F4}");
            text.Append(cells is null ? "" : $",{cells(row)}").Append('\n');
        }

        Write(name, text.ToString());
    }

    /// <summary>A table a person and class.</summary>
    /// <param name="layout">Path with {0} for the person and {1} for the class.</param>
    /// <param name="people">Persons.</param>
    /// <param name="classes">Classes.</param>
    public void Tables(string layout, string[] people, string[] classes)
    {
        foreach (var person in people)
        {
            foreach (var label in classes)
                Table(layout.Replace("{0}", person, StringComparison.Ordinal).Replace("{1}", label, StringComparison.Ordinal));
        }
    }

    /// <summary>The commonest layout: a folder a class, a file a subject.</summary>
    public void ClassFolders(string clock, Func<int, string> time, int subjects = 8)
    {
        foreach (var activity in (string[])["run", "still", "walk"])
        {
            for (var subject = 1; subject <= subjects; subject++)
                Table($"{activity}/s{subject}.csv", clock, time);
        }
    }

    public DatasetDraft Draft(DraftOptions? options = null) => DatasetDrafter.Draft(Path, options ?? new DraftOptions());

    public OpenQuestionException Question(DraftOptions? options = null) => Assert.Throws<OpenQuestionException>(() => Draft(options));

    public string Refusal(DraftOptions? options = null) => Assert.Throws<InvalidInputException>(() => Draft(options)).Message;

    public void Dispose() => _folder.Dispose();
}
