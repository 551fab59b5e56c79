using System.Text.RegularExpressions;
using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Marks;
using EdgeInfer.Datasets.Paths;
using EdgeInfer.Datasets.Questions;

namespace EdgeInfer.Datasets.Roles;

/// <summary>What the paths of recordings tell: class, group and side of each.</summary>
internal sealed partial class PathRoles
{
    /// <summary>Of two parts the better is taken where it leads by so much.</summary>
    private const int Clear = 2;

    private const int PlainlyClasses = 4;

    private readonly IReadOnlyList<string> _paths;
    private readonly PathLayout _layout;
    private readonly DraftOptions _options;
    private readonly PathPattern? _labelPattern;
    private readonly PathPattern? _groupPattern;
    private readonly PathPattern? _sidePattern;
    private readonly PathPart? _side;
    private readonly PathPart? _label;
    private readonly PathPart? _group;
    private readonly PathPart? _secondLabel;
    private readonly Dictionary<string, string> _burst;

    /// <param name="place">Folder, for errors.</param>
    /// <param name="paths">Recordings inside it.</param>
    /// <param name="labelled">True where a column carries the class.</param>
    /// <param name="grouped">True where a column, or blocks of time, give the group.</param>
    /// <param name="options">What the user decides.</param>
    /// <exception cref="InvalidInputException">A pattern does not fit, or nothing tells the class.</exception>
    /// <exception cref="OpenQuestionException">Two parts of the path could be the class.</exception>
    public PathRoles(string place, IReadOnlyList<string> paths, bool labelled, bool grouped, DraftOptions options)
    {
        (_paths, _options, _layout) = (paths, options, new PathLayout(paths));
        PathPattern[] patterns = [.. Patterns(options)];
        _labelPattern = patterns.FirstOrDefault(pattern => pattern.Gives(PathPattern.Label));
        _groupPattern = patterns.FirstOrDefault(pattern => pattern.Gives(PathPattern.Group));
        _sidePattern = patterns.FirstOrDefault(pattern => pattern.Gives(PathPattern.Side));
        RefuseSensors(place);
        _side = _sidePattern is null ? _layout.Parts.FirstOrDefault(IsSide) : null;
        if (!labelled && _labelPattern is null)
            (_label, _secondLabel) = ChooseLabel(place);
        if (!grouped && _groupPattern is null)
            _group = ChooseGroup(labelled);
        _burst = !grouped && _group is null && _groupPattern is null ? Bursts(paths) : [];
        GroupOrigin = _groupPattern is not null || _group is not null ? GroupOrigin.Named : GroupOrigin.Files;
    }

    /// <summary>Named where a part of the path gives the group, files where every recording is its own.</summary>
    public GroupOrigin GroupOrigin { get; }

    /// <summary>Whether shots of one moment were put into one group.</summary>
    public bool HasBursts => _burst.Count > 0;

    public bool HasSides => _side is not null || _sidePattern is not null;

    /// <summary>Sides that are called validation, which is learnt from.</summary>
    public bool HasValidation => _side?.Counts.Keys.Any(KnownWords.IsValidation) == true;

    /// <summary>Whether a part of the paths looks so much like classes that a column must be named to beat it.</summary>
    public static bool TellClasses(IReadOnlyList<string> paths) =>
        new PathLayout(paths).Parts.Any(part => !IsSide(part) && IsLabel(part) && LabelScore(part) >= PlainlyClasses);

    public string LabelOrigin => _labelPattern is not null ? "your pattern" : _label?.Name ?? "nothing";

    public string GroupOriginText => _groupPattern is not null ? "your pattern" : _group?.Name ?? "the file";

    /// <summary>What a group is, as far as its names tell; null where they do not.</summary>
    public string? GroupNoun => _group is { } part
        ? part.CodePrefix is { } prefix ? KnownWords.NounOf(prefix) : part.Kind == TokenKind.Number && IsDate(part) ? "day" : null
        : null;

    /// <summary>Another part that divides the files into classes nearly as well, with the option that takes it; null without one.</summary>
    public (string Name, string Option)? RunnerUp =>
        _secondLabel is { } second ? (second.Name, $"--label '{_layout.Pattern(second, null)}'") : null;

    /// <summary>The pattern that says the same as this reading.</summary>
    public string Pattern => _layout.Pattern(_label, _group);

    public string Label(string path) => _labelPattern?.Value(PathPattern.Label, path) ?? _label!.Of(path);

    public string Group(string path)
    {
        if (_groupPattern is not null)
            return _groupPattern.Value(PathPattern.Group, path);
        return _group?.Of(path) ?? _burst.GetValueOrDefault(path) ?? Unique(path);
    }

    /// <summary>train or test; null where the draft divides the groups.</summary>
    /// <exception cref="InvalidInputException">The pattern gives a word that names no side.</exception>
    public string? Side(string path)
    {
        if (_sidePattern is null)
            return _side is null ? null : KnownWords.SideOf(_side.Of(path));
        var word = _sidePattern.Value(PathPattern.Side, path);
        return KnownWords.SideOf(word) ?? throw new InvalidInputException("--side",
            $"'{word}' of '{path}' names neither training nor test");
    }

    private static IEnumerable<PathPattern> Patterns(DraftOptions options)
    {
        if (options.Side is { } side && !PathPattern.Is(side))
            throw new InvalidInputException("--side", $"'{side}' is no pattern of the path, such as '{{side}}/{{label}}/{{n}}'");
        foreach (var (option, text) in new[] { ("--label", options.Label), ("--group", options.Group), ("--side", options.Side) })
        {
            if (text is not null && PathPattern.Is(text))
                yield return PathPattern.Parse(text, option);
        }
    }

    /// <summary>Files of several sensors, or of several axes, are no recordings that a model could see one by one.</summary>
    private void RefuseSensors(string place)
    {
        if (_layout.Parts.FirstOrDefault(part => part.Counts.Keys.All(NamesASensor)) is not { } part)
            return;
        throw new InvalidInputException(place,
            $"{part.Name} names sensors or axes ({Shown(part)}), whose files belong together. Keep the files of one, or put each recording "
            + "into a folder of its own with a file a sensor, such as walk_1/Accelerometer.csv and walk_1/Gyroscope.csv.");
    }

    private static bool NamesASensor(string value) => KnownWords.IsSensor(value) || KnownWords.IsAxis(value);

    private static bool IsSide(PathPart part)
    {
        string?[] sides = [.. part.Counts.Keys.Select(KnownWords.SideOf)];
        return sides.All(side => side is not null) && sides.Contains("train") && sides.Contains("test");
    }

    private (PathPart Label, PathPart? Second) ChooseLabel(string place)
    {
        var candidates = _layout.Parts
            .Where(part => part != _side && IsLabel(part) && !SaysTheSide(part))
            .Select(part => (Part: part, Score: LabelScore(part)))
            .Where(each => each.Score > 0)
            .OrderByDescending(each => each.Score)
            .ToList();
        if (candidates.Count == 0)
        {
            throw new InvalidInputException(place,
                $"nothing tells the classes apart: neither a column nor the paths, such as '{_paths[0]}'. "
                + "Give --label COLUMN, or --label with a pattern of the path such as '{label}/{group}'.");
        }

        var best = candidates[0];
        var rivals = candidates.Skip(1).Where(each => !each.Part.Refines(best.Part)).ToList();
        if (rivals.Count > 0 && best.Score - rivals[0].Score < Clear)
        {
            throw new OpenQuestionException(
                place,
                $"Both {best.Part.Name} ({Shown(best.Part)}) and {rivals[0].Part.Name} ({Shown(rivals[0].Part)}) could be the class.",
                [Reading(best.Part, rivals[0].Part), Reading(rivals[0].Part, best.Part)]);
        }

        return (best.Part, rivals.FirstOrDefault().Part);
    }

    private DraftChoice Reading(PathPart label, PathPart other)
    {
        var pattern = _layout.Pattern(label, other.TellsFilesApart || other.Kind == TokenKind.Number ? null : other);
        return new DraftChoice($"{label.Name} is the class", $"--label '{pattern}'", _options with { Label = pattern });
    }

    /// <summary>A whole name that holds a side, as in train_1, is no class beside it.</summary>
    private bool SaysTheSide(PathPart part) => _side is not null && part.DividesAs(_side);

    private static bool IsLabel(PathPart part) => part.Counts.Count is >= 2 and <= Surveying.ColumnSurvey.MaxDistinct;

    private static int LabelScore(PathPart part)
    {
        var isFolder = part.Place.Kind == PartKind.Folder;
        return (part.Counts.Keys.Any(KnownWords.IsState) ? 3 : 0)
            + (part.Kind == TokenKind.Word ? 2 : 0)
            + (isFolder ? 1 : 0)
            + (part.TellsFilesApart ? part.Kind == TokenKind.Word ? -1 : -4 : 1)
            + (part.Kind == TokenKind.Code ? -2 : 0)
            + (part.Kind == TokenKind.Number && !isFolder ? -3 : 0)
            + (part.Counts.Keys.Any(KnownWords.IsSensor) ? -6 : 0)
            + (part.Counts.Keys.All(key => KnownWords.NounOf(key.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9')) is not null)
                ? -2 : 0);
    }

    private PathPart? ChooseGroup(bool labelled) => _layout.Parts
        .Where(part => part != _side && part != _label && (_label is null || !part.DividesAs(_label)))
        .Select(part => (Part: part, Score: GroupScore(part, labelled)))
        .Where(each => each.Score > 0)
        .OrderByDescending(each => each.Score)
        .Select(each => each.Part)
        .FirstOrDefault();

    private int GroupScore(PathPart part, bool labelled)
    {
        var isNamed = part.CodePrefix is { } prefix && KnownWords.NounOf(prefix) is not null;
        if (part.CodePrefix is { } counter && KnownWords.IsCounter(counter))
            return 0;
        if (part.TellsFilesApart)
            return isNamed && labelled ? 2 : 0;
        // A bare number counts takes; a date names the day, and who was recorded on one day is on one side. A longer one is an id.
        if (part.Kind == TokenKind.Number)
            return IsId(part) ? 3 : IsDate(part) ? 1 : 0;
        return (isNamed ? 4 : 0)
            + (part.Kind == TokenKind.Code ? 2 : 0)
            + (IsNaming(part) ? 1 : 0)
            + (_label is not null && IsNaming(part) && part.Crosses(_label) ? 1 : 0)
            + (part.Counts.Keys.Any(KnownWords.IsState) ? -2 : 0);
    }

    /// <summary>A whole name of letters, digits and signs holds a time or a counter more often than a person.</summary>
    private static bool IsNaming(PathPart part) =>
        part.Kind switch
        {
            TokenKind.Code => true,
            TokenKind.Word => part.Counts.Keys.Any(key => key.Length > 1),
            TokenKind.Mixed => part.Place.Kind != PartKind.WholeName,
            _ => false,
        };

    private bool IsId(PathPart part) =>
        !IsDate(part) && part.Counts.Keys.All(key => key.Length is >= 3 and <= 6) && part.Counts.Count > 2
        && (_label is null || part.Crosses(_label));

    private static bool IsDate(PathPart part) => part.Counts.Keys.All(value =>
        value.Length == 8 && DateTime.TryParseExact(
            value, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _));

    /// <summary>Shots of one moment differ in a last small number alone: they share what stands before it.</summary>
    private static Dictionary<string, string> Bursts(IReadOnlyList<string> paths)
    {
        var moments = paths
            .Select(path => (Path: path, Tokens: PathTokens.Of(path)))
            .GroupBy(each => each.Tokens.Name is [_, _, .., var shot] && Shot().IsMatch(shot)
                ? string.Join('/', each.Tokens.Folders.Append(each.Tokens.Stem[..^(shot.Length + 1)]))
                : "")
            .ToList();
        return moments.Any(moment => moment.Key.Length == 0 || moment.Count() < 2)
            ? []
            : moments.SelectMany(moment => moment.Select(each => (each.Path, moment.Key)))
                .ToDictionary(each => each.Path, each => each.Key, StringComparer.Ordinal);
    }

    [GeneratedRegex("^(burst|shot|frame)?[0-9]{1,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex Shot();

    private string Unique(string path)
    {
        var stem = PathTokens.Of(path).Stem;
        return _layout.Parts.Any(part => part.Place.Kind == PartKind.WholeName && !part.TellsFilesApart)
            ? string.Join('/', PathTokens.Of(path).Folders.Append(stem))
            : stem;
    }

    private static string Shown(PathPart part) =>
        string.Join(", ", part.Counts.Keys.Order(StringComparer.Ordinal).Take(4)) + (part.Counts.Count > 4 ? ", ..." : "");
}
