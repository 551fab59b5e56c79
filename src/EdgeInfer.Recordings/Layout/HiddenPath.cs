namespace EdgeInfer.Recordings.Layout;

/// <summary>Files that operating systems and servers lay into people's folders; none is a recording.</summary>
internal static class HiddenPath
{
    /// <summary>macOS archives, Synology servers, and Windows.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "__MACOSX", "@eaDir", "#recycle", "$RECYCLE.BIN", "System Volume Information", "Thumbs.db", "ehthumbs.db", "desktop.ini",
    };

    /// <param name="path">Relative to the data set's folder, with forward slashes: a hidden folder hides what is in it.</param>
    public static bool Is(string path)
    {
        foreach (var part in path.AsSpan().Split('/'))
        {
            var name = path.AsSpan(part);
            if (name.StartsWith('.') || Names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
                return true;
        }

        return false;
    }
}
