using EdgeInfer.Core.Marks;

namespace EdgeInfer.Runtime.Publishing;

/// <summary>Marks as a message carries them.</summary>
internal static class MessageMarks
{
    /// <summary>Null, and so absent, where none holds.</summary>
    public static IReadOnlyList<string>? Of(FigureMarks marks) => marks.IsEmpty ? null : marks.Words;
}
