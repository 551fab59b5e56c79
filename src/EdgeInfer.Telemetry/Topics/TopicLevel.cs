using System.Buffers;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Topics;

/// <summary>
/// A name that stands between two slashes of a topic: A-Z, a-z, 0-9, '_' and '-' alone. MQTT itself allows more, but RabbitMQ takes
/// a dot for the end of a level, and Home Assistant accepts no other characters in the ids that are made of these names.
/// </summary>
public static class TopicLevel
{
    /// <summary>As long as a bundle may be named; keeps every topic far below MQTT's 65,535 bytes.</summary>
    public const int MaxLength = 100;

    private const char Filler = '_';

    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>True for 1 to <see cref="MaxLength"/> characters of the allowed ones.</summary>
    public static bool IsValid(string value) =>
        value.Length is > 0 and <= MaxLength && !value.AsSpan().ContainsAnyExcept(Allowed);

    /// <summary>
    /// Returns <paramref name="value"/>, or throws <see cref="InvalidInputException"/> that names <paramref name="field"/> and a name
    /// that would do.
    /// </summary>
    public static string Checked(string value, string field)
    {
        if (IsValid(value))
            return value;
        if (value.Length is 0 or > MaxLength)
            throw new InvalidInputException(field, $"a name of 1 to {MaxLength} characters is needed, this one has {value.Length}");
        throw new InvalidInputException(
            field,
            $"holds {Shown(value[value.AsSpan().IndexOfAnyExcept(Allowed)])}, and a name in topics has only A-Z, a-z, 0-9, '_' and '-'; "
            + $"'{Nearest(value)}' would do");
    }

    /// <summary>
    /// <paramref name="name"/> itself where it is valid. Otherwise other characters become '_', and eight digits of a hash of the
    /// whole name follow, so that two names that differ there alone stay two.
    /// </summary>
    public static string Of(string name)
    {
        if (IsValid(name))
            return name;
        var suffix = $"{Filler}{Hash(name):x8}";
        return Filled(name, MaxLength - suffix.Length) + suffix;
    }

    /// <summary>A valid name that a person would take in the place of <paramref name="name"/>; several may have the same.</summary>
    public static string Nearest(string name) => name.Length == 0 ? Filler.ToString() : Filled(name, MaxLength);

    private static string Filled(string name, int length) => string.Create(
        Math.Min(name.Length, length),
        name,
        static (target, name) =>
        {
            for (var i = 0; i < target.Length; i++)
                target[i] = Allowed.Contains(name[i]) ? name[i] : Filler;
        });

    private static string Shown(char other) => other is > ' ' and < (char)0x7F ? $"'{other}'" : $"U+{(int)other:X4}";

    /// <summary>FNV-1a, 32 bits, over UTF-16.</summary>
    private static uint Hash(string name)
    {
        var hash = 2_166_136_261;
        foreach (var unit in name)
        {
            hash = (hash ^ (byte)unit) * 16_777_619;
            hash = (hash ^ (byte)(unit >> 8)) * 16_777_619;
        }

        return hash;
    }
}
