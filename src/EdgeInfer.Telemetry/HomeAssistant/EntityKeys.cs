using System.Globalization;
using System.Text;
using EdgeInfer.Core.Checksums;

namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>Names of entities that stay the same over restarts, of the characters that Home Assistant takes in ids.</summary>
internal static class EntityKeys
{
    /// <summary>Two names of topics, what it shows, and a checksum.</summary>
    private const int MaxKeyLength = 256;

    private const int MaxEntityIdLength = 255;

    /// <param name="what">What it shows: no '_' at its end.</param>
    /// <param name="names">
    /// Whose it is. They are joined by '_'; where one holds a '_' itself a checksum follows, so that 'a_b' of 'c' is not 'a' of 'b_c'.
    /// </param>
    public static string Of(string what, params IReadOnlyList<string> names)
    {
        var key = string.Join('_', [what, .. names]);
        return names.Any(name => name.Contains('_', StringComparison.Ordinal))
            ? string.Create(CultureInfo.InvariantCulture, $"{key}_{Crc32.Of(Encoding.UTF8.GetBytes(string.Join('/', names))):x8}")
            : key;
    }

    /// <summary>Whether a key may be one of ours.</summary>
    public static bool IsKey(string text) =>
        text.Length is > 0 and <= MaxKeyLength
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-');

    /// <summary>What Home Assistant names the entity, where its user has not yet: lower case, digits and '_'.</summary>
    /// <returns>Null where it would be longer than Home Assistant allows; it then makes one of the entity's name.</returns>
    public static string? EntityId(string platform, string uniqueId) =>
        $"{platform}.{uniqueId.ToLowerInvariant().Replace('-', '_')}" is { Length: <= MaxEntityIdLength } id ? id : null;
}
