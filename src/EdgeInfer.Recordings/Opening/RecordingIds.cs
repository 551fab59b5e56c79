using System.Globalization;
using System.Text;
using EdgeInfer.Recordings.Layout;

namespace EdgeInfer.Recordings.Opening;

/// <summary>Names recordings by their file, short where that is unique.</summary>
internal sealed class RecordingIds
{
    private readonly Dictionary<string, string> _byPath = new(StringComparer.Ordinal);

    public void Prepare(IEnumerable<string> paths)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in paths.GroupBy(path => Slug(Path.GetFileNameWithoutExtension(TableName.Unpacked(path)))))
        {
            var alone = name.Count() == 1;
            foreach (var path in name)
            {
                var slug = alone ? name.Key : Slug(Path.ChangeExtension(TableName.Unpacked(path), null));
                var id = slug;
                for (var i = 2; !taken.Add(id); i++)
                    id = string.Create(CultureInfo.InvariantCulture, $"{slug}-{i}");
                _byPath[path] = id;
            }
        }
    }

    public string Of(string path) => _byPath[path];

    /// <summary>For the run of rows at <paramref name="index"/>, for example <c>accelerometer-01-20</c>.</summary>
    public string Of(string path, int index, int runs, string group)
    {
        var digits = Math.Max(2, runs.ToString(CultureInfo.InvariantCulture).Length);
        var ordinal = (index + 1).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
        return $"{_byPath[path]}-{ordinal}-{Slug(group)}";
    }

    private static string Slug(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var letter in text.ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(letter))
                slug.Append(letter);
            else if (slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }

        return slug.Length == 0 ? "x" : slug.ToString().TrimEnd('-');
    }
}
