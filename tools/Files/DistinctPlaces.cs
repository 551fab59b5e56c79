using EdgeInfer.Core.Errors;

namespace EdgeInfer.Files;

/// <summary>What a command writes is nothing that it reads, nor in a bundle that it reads.</summary>
internal static class DistinctPlaces
{
    /// <param name="option">That names what is written.</param>
    /// <param name="written">The file; null where none is.</param>
    /// <param name="others">Files and bundles of the same command; null where an option is left out.</param>
    /// <exception cref="InvalidInputException">It is one of the others, or inside of it.</exception>
    public static void Require(string option, string? written, params ReadOnlySpan<string?> others)
    {
        if (string.IsNullOrEmpty(written))
            return;
        var target = Path.GetFullPath(written);
        foreach (var other in others)
        {
            if (string.IsNullOrEmpty(other))
                continue;
            var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(other));
            if (target == place || target.StartsWith($"{place}{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                throw new InvalidInputException(option, $"{written} would overwrite what the command names as {other}");
        }
    }
}
