using EdgeInfer.Core.Errors;
using EdgeInfer.Core.Marks;
using EdgeInfer.Datasets.Paths;
using EdgeInfer.Datasets.Questions;

namespace EdgeInfer.Datasets.Roles;

/// <summary>What the paths of recordings tell: class, group and side of each.</summary>
internal sealed class PathRoles
{
    /// <summary>Of two parts the better is taken where it leads by so much.</summary>
    private const int Clear = 2;

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
        SensorParts.Refuse(place, _layout);
        _side = _sidePattern is null ? _layout.Parts.FirstOrDefault(part => part.TellsTheSide) : null;
        if (!labelled && _labelPattern is null)
            (_label, _secondLabel) = ChooseLabel(place);
        if (!grouped && _groupPattern is null)
            _group = ChooseGroup(_label, labelled);
        _burst = !grouped && _group is null && _groupPattern is null ? Bursts.Of(paths) : [];
        GroupOrigin = _groupPattern is not null || _group is not null ? GroupOrigin.Named : GroupOrigin.Files;
    }

    /// <summary>Named where a part of the path gives the group, files where every recording is its own.</summary>
    public GroupOrigin GroupOrigin { get; }

    /// <summary>Whether shots of one moment were put into one group.</summary>
    public bool HasBursts => _burst.Count > 0;

    public bool HasSides => _side is not null || _sidePattern is not null;

    /// <summary>Sides that are called validation, which is learnt from.</summary>
    public bool HasValidation => _side?.Counts.Keys.Any(KnownWords.IsValidation) == true;

    public string LabelOrigin => _labelPattern is not null ? "your pattern" : _label?.Name ?? "nothing";

    public string GroupOriginText => _groupPattern is not null ? "your pattern" : _group?.Name ?? "the file";

    /// <summary>What a group is, as far as its names tell; null where they do not.</summary>
    public string? GroupNoun => _group is { } part ? GroupParts.NounOf(part) : null;

    /// <summary>Another part that divides the files into classes nearly as well, with the option that takes it; null without one.</summary>
    public (string Name, string Option)? RunnerUp =>
        _secondLabel is { } second ? (second.Name, Reading(second).Option) : null;

    /// <summary>Parts of words that decide nothing, such as a sensor's place: recordings that differ in them are treated alike.</summary>
    public IEnumerable<PathPart> Unused => _labelPattern is not null || _groupPattern is not null
        ? []
        : _layout.Parts.Where(part => part.Kind == TokenKind.Word && !part.TellsFilesApart
            && !new[] { _label, _group, _side }.OfType<PathPart>().Any(used => part == used || part.DividesAs(used)));

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

    private (PathPart Label, PathPart? Second) ChooseLabel(string place)
    {
        var candidates = _layout.Parts
            .Where(part => part != _side && ClassParts.IsAllowed(part) && !SaysTheSide(part))
            .Select(part => (Part: part, Score: ClassParts.ScoreOf(part)))
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
                $"Both {best.Part.Name} ({best.Part.Shown}) and {rivals[0].Part.Name} ({rivals[0].Part.Shown}) could be the class.",
                [Reading(best.Part), Reading(rivals[0].Part)]);
        }

        return (best.Part, rivals.FirstOrDefault().Part);
    }

    private DraftChoice Reading(PathPart label)
    {
        var pattern = _layout.Pattern(label, ChooseGroup(label, labelled: false));
        return new DraftChoice($"{label.Name} is the class", $"--label '{pattern}'", _options with { Label = pattern });
    }

    /// <summary>A whole name that holds a side, as in train_1, is no class beside it.</summary>
    private bool SaysTheSide(PathPart part) => _side is not null && part.DividesAs(_side);

    private PathPart? ChooseGroup(PathPart? label, bool labelled) => _layout.Parts
        .Where(part => part != _side && part != label && (label is null || !part.DividesAs(label)))
        .Select(part => (Part: part, Score: GroupParts.ScoreOf(part, label, labelled)))
        .Where(each => each.Score > 0)
        .OrderByDescending(each => each.Score)
        .Select(each => each.Part)
        .FirstOrDefault();

    private string Unique(string path)
    {
        var stem = PathTokens.Of(path).Stem;
        return _layout.Parts.Any(part => part.Place.Kind == PartKind.WholeName && !part.TellsFilesApart)
            ? string.Join('/', PathTokens.Of(path).Folders.Append(stem))
            : stem;
    }
}
