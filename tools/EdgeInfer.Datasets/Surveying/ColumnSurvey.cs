using EdgeInfer.Recordings.Text;

namespace EdgeInfer.Datasets.Surveying;

/// <summary>What one column holds over all files.</summary>
/// <param name="name">Its header.</param>
/// <param name="unit">Unit that the file states; empty where it states none.</param>
internal sealed class ColumnSurvey(string name, string unit)
{
    /// <summary>More classes than this are not drafted: the column is then something else.</summary>
    public const int MaxDistinct = 64;

    private const int KeptTexts = 200;

    private readonly HashSet<string> _distinct = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<FileColumn> _files = [];
    private ColumnWalk _walk = new();

    public string Name => name;

    /// <summary>Unit that the file states; null where it states none.</summary>
    public string? Unit => unit.Length > 0 ? unit : null;

    public long Rows { get; private set; }

    /// <summary>Cells that are empty, or hold a word that says so.</summary>
    public long Empty { get; private set; }

    /// <summary>The first text that is no number; null where there is none.</summary>
    public string? FirstText { get; private set; }

    /// <summary>Where it stands, as file:line.</summary>
    public string? FirstTextPlace { get; private set; }

    public long Texts { get; private set; }

    public bool IsNumeric => Texts == 0 && Empty < Rows;

    public bool IsWhole { get; private set; } = true;

    public double Largest { get; private set; } = double.NegativeInfinity;

    public double Smallest { get; private set; } = double.PositiveInfinity;

    /// <summary>Values seen, at most <see cref="MaxDistinct"/> + 1 of them.</summary>
    public IReadOnlyCollection<string> Distinct => _distinct;

    public bool HasFewValues => _distinct.Count is >= 2 and <= MaxDistinct;

    /// <summary>Texts in the order of the first file's rows.</summary>
    public IReadOnlyList<string> Sample => _texts;

    /// <summary>One a file, in their order; of numeric columns.</summary>
    public IReadOnlyList<FileColumn> Files => _files;

    /// <summary>Holds the same value for long stretches, as a class or a group does.</summary>
    public bool RarelyChanges =>
        IsNumeric && _files.Sum(file => file.Increases + file.Decreases) * (_distinct.Count == 2 ? 10 : 50) < Rows;

    /// <summary>Rises in every file, as a clock, a counter or an id does.</summary>
    public bool RisesInEveryFile =>
        IsNumeric && _files.Exists(file => file.Rises) && _files.TrueForAll(file => file.Rises || file.Rows < 2);

    public bool RisesMostly => IsNumeric && _files.TrueForAll(file => file.RisesMostly);

    /// <summary>Says something of the file as a whole: one value in each, and not the same in all.</summary>
    public bool IsOfFile => IsNumeric && _files.Count > 1 && _distinct.Count > 1 && _files.All(file => file.IsConstant);

    /// <param name="field">The cell as text.</param>
    /// <param name="number">The cell as a number; null where it is none.</param>
    /// <param name="file">For <see cref="FirstTextPlace"/>.</param>
    /// <param name="line">For <see cref="FirstTextPlace"/>.</param>
    public void Add(ReadOnlySpan<char> field, double? number, string file, long line)
    {
        Rows++;
        if (field.IsEmpty || MissingWords.Are(field))
        {
            Empty++;
            return;
        }

        if (_distinct.Count <= MaxDistinct)
            _distinct.GetAlternateLookup<ReadOnlySpan<char>>().Add(field);
        if (_texts.Count < KeptTexts)
            _texts.Add(field.ToString());
        if (number is not { } value)
        {
            if (FirstText is null)
                (FirstText, FirstTextPlace) = (field.ToString(), $"{file}:{line}");
            Texts++;
            return;
        }

        if (double.IsNaN(value))
            return;
        IsWhole &= value == Math.Floor(value);
        Largest = Math.Max(Largest, value);
        Smallest = Math.Min(Smallest, value);
        _walk.Add(value);
    }

    public void EndFile()
    {
        _files.Add(_walk.End());
        _walk = new ColumnWalk();
    }
}
