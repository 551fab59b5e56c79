using System.Text.RegularExpressions;
using static System.FormattableString;

namespace EdgeInfer.Datasets.Checking;

/// <summary>Notes that say the same of many files are told of the first, with a count.</summary>
internal static partial class NoteList
{
    private const int Told = 2;

    /// <param name="notes">One a finding, each beginning with its file and a colon.</param>
    public static IEnumerable<string> Of(IEnumerable<string> notes)
    {
        foreach (var alike in notes.GroupBy(note => Number().Replace(note[(note.IndexOf(": ", StringComparison.Ordinal) + 1)..], "#")))
        {
            var count = alike.Count();
            if (count <= Told)
            {
                foreach (var note in alike)
                    yield return note;
                continue;
            }

            yield return Invariant($"{alike.First()}; {count - 1} more notes are like this one");
        }
    }

    [GeneratedRegex(@"[0-9]+(\.[0-9]+)?")]
    private static partial Regex Number();
}
