using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Topics;

/// <summary>A name that stands between two slashes of a topic.</summary>
public static class TopicLevel
{
    /// <summary>As long as a bundle may be named; keeps every topic far below MQTT's 65,535 bytes.</summary>
    public const int MaxLength = 100;

    /// <summary>
    /// True for 1 to <see cref="MaxLength"/> characters without '/', '+', '#', white space, control characters and unpaired surrogates.
    /// </summary>
    public static bool IsValid(string value) => Fault(value) is null;

    /// <summary>
    /// Returns <paramref name="value"/>, or throws <see cref="InvalidInputException"/> that names <paramref name="field"/>.
    /// </summary>
    public static string Checked(string value, string field) =>
        Fault(value) is { } fault ? throw new InvalidInputException(field, fault) : value;

    private static string? Fault(string value)
    {
        if (value.Length is 0 or > MaxLength)
            return $"a name of 1 to {MaxLength} characters is needed, this one has {value.Length}";
        foreach (var rune in value.EnumerateRunes())
        {
            // EnumerateRunes gives U+FFFD for an unpaired surrogate, which UTF-8 can't carry.
            if (rune.Value is '/' or '+' or '#' or 0xFFFD || System.Text.Rune.IsControl(rune) || System.Text.Rune.IsWhiteSpace(rune))
                return $"the name holds U+{rune.Value:X4}, which an MQTT topic level can't: "
                    + "'/', '+', '#', white space and control characters";
        }

        return null;
    }
}
