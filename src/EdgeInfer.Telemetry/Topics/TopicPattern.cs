namespace EdgeInfer.Telemetry.Topics;

/// <summary>
/// The topics of one kind of message below a device: fixed levels, and names in braces that each message fills in, as in
/// <c>inference/{stream}/{model}</c>.
/// </summary>
internal sealed class TopicPattern(string text)
{
    private readonly string[] _levels = text.Split('/');

    /// <summary>Names in braces, in their order.</summary>
    public IReadOnlyList<string> Parameters { get; } =
        [.. text.Split('/').Where(IsParameter).Select(level => level.Trim('{', '}'))];

    public override string ToString() => text;

    /// <param name="values">One a parameter.</param>
    /// <exception cref="Core.Errors.InvalidInputException">A value is not a <see cref="TopicLevel"/>.</exception>
    public string Fill(IReadOnlyList<string> values)
    {
        var next = 0;
        return string.Join('/', _levels.Select(level => IsParameter(level) ? TopicLevel.Checked(values[next], Parameters[next++]) : level));
    }

    /// <param name="values">One a parameter, where the levels are of this pattern.</param>
    public bool TryMatch(IReadOnlyList<string> levels, out IReadOnlyList<string> values)
    {
        var matches = levels.Count == _levels.Length
            && _levels.Zip(levels).All(pair => IsParameter(pair.First) || pair.First == pair.Second);
        values = matches ? [.. _levels.Zip(levels).Where(pair => IsParameter(pair.First)).Select(pair => pair.Second)] : [];
        return matches;
    }

    private static bool IsParameter(string level) => level.StartsWith('{');
}
