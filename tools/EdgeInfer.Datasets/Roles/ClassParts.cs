using EdgeInfer.Datasets.Paths;
using EdgeInfer.Datasets.Surveying;

namespace EdgeInfer.Datasets.Roles;

/// <summary>How much a part of the paths looks like the class of each recording.</summary>
internal static class ClassParts
{
    private const int PlainlyClasses = 4;

    public static bool IsAllowed(PathPart part) => part.Counts.Count is >= 2 and <= ColumnSurvey.MaxDistinct;

    /// <summary>Above 0 where the part may be the class; words of states count most, numbers and names of people against it.</summary>
    public static int ScoreOf(PathPart part)
    {
        var isFolder = part.Place.Kind == PartKind.Folder;
        return (part.Counts.Keys.Any(KnownWords.IsState) ? 3 : 0)
            + (part.Kind == TokenKind.Word ? 2 : 0)
            + (isFolder ? 1 : 0)
            + (part.TellsFilesApart ? part.Kind == TokenKind.Word ? -1 : -4 : 1)
            + (part.Kind == TokenKind.Code ? -2 : 0)
            + (part.Kind == TokenKind.Number && !isFolder ? -3 : 0)
            + (part.Counts.Keys.Any(KnownWords.IsSensor) ? -6 : 0)
            + (part.Counts.Keys.All(key => KnownWords.NounOf(PathTokens.WithoutNumber(key)) is not null) ? -2 : 0);
    }

    /// <summary>Whether a part of the paths looks so much like classes that a column must be named to beat it.</summary>
    public static bool ArePlain(IReadOnlyList<string> paths) =>
        new PathLayout(paths).Parts.Any(part => !part.TellsTheSide && IsAllowed(part) && ScoreOf(part) >= PlainlyClasses);
}
