using System.Buffers;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>A command as manifests and reports record it.</summary>
public static class RecordedCommand
{
    /// <summary>Whatever stands for itself in every place of a POSIX shell's word.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789%+,-./:=@_");

    /// <param name="words">Program and arguments; none holds a NUL, which no argument can.</param>
    /// <returns>A line that a POSIX shell takes apart into the same words.</returns>
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    private static string Quoted(string word) => word.Length > 0 && !word.AsSpan().ContainsAnyExcept(Plain)
        ? word
        : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
