using System.Globalization;
using EdgeInfer.Datasets.Paths;

namespace EdgeInfer.Datasets.Roles;

/// <summary>How much a part of the paths looks like the person, machine or session of each recording.</summary>
internal static class GroupParts
{
    /// <summary>Above 0 where the part may be the group.</summary>
    /// <param name="part">A part.</param>
    /// <param name="label">The part that is the class; null where another source tells it.</param>
    /// <param name="labelled">True where a column carries the class, so that each file may be a person's.</param>
    public static int ScoreOf(PathPart part, PathPart? label, bool labelled)
    {
        if (part.CodePrefix is { } counter && KnownWords.IsCounter(counter))
            return 0;
        var isNamed = part.CodePrefix is { } prefix && KnownWords.NounOf(prefix) is not null;
        if (part.TellsFilesApart)
            return isNamed && labelled ? 2 : 0;
        // A bare number counts takes; a date names the day, and who was recorded on one day is on one side. A longer one is an id.
        if (part.Kind == TokenKind.Number)
            return IsId(part, label) ? 3 : IsDate(part) ? 1 : 0;
        return (isNamed ? 4 : 0)
            + (part.Kind == TokenKind.Code ? 2 : 0)
            + (IsNaming(part) ? 1 : 0)
            + (label is not null && IsNaming(part) && part.Crosses(label) ? 1 : 0)
            + (part.Counts.Keys.Any(KnownWords.IsState) ? -2 : 0);
    }

    /// <summary>What a group is, in the singular, as far as the part's values tell; null where they do not.</summary>
    public static string? NounOf(PathPart part) =>
        part.CodePrefix is { } prefix ? KnownWords.NounOf(prefix)
        : part.Kind == TokenKind.Number && IsDate(part) ? "day"
        : null;

    private static bool IsDate(PathPart part) => part.Counts.Keys.All(value =>
        value.Length == 8 && DateTime.TryParseExact(value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));

    /// <summary>A whole name of letters, digits and signs holds a time or a counter more often than a person.</summary>
    private static bool IsNaming(PathPart part) => part.Kind switch
    {
        TokenKind.Code => true,
        TokenKind.Word => part.Counts.Keys.Any(key => key.Length > 1),
        TokenKind.Mixed => part.Place.Kind != PartKind.WholeName,
        _ => false,
    };

    private static bool IsId(PathPart part, PathPart? label) =>
        !IsDate(part) && part.Counts.Keys.All(key => key.Length is >= 3 and <= 6) && part.Counts.Count > 2
        && (label is null || part.Crosses(label));
}
