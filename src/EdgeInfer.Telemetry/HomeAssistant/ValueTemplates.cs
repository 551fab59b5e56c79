namespace EdgeInfer.Telemetry.HomeAssistant;

/// <summary>
/// Jinja templates that read a field of a message. One that is absent gives None, which Home Assistant shows as unknown; without
/// that it would log a warning at each message.
/// </summary>
internal static class ValueTemplates
{
    public static string Of(string field) => Of(field, $"value_json.{field}");

    /// <param name="field">Must be there.</param>
    /// <param name="expression">May use it.</param>
    public static string Of(string field, string expression) =>
        $"{{{{ {expression} if value_json.{field} is defined else None }}}}";

    /// <summary>A number over <paramref name="divisor"/>, rounded.</summary>
    public static string Scaled(string field, int divisor, int decimals) =>
        Of(field, FormattableString.Invariant($"(value_json.{field} / {divisor}) | round({decimals})"));

    /// <summary>Fields as an entity's attributes; those that are absent are left out.</summary>
    public static string Attributes(params IReadOnlyList<string> fields)
    {
        var names = string.Join(", ", fields.Select(field => $"'{field}'"));
        return $"{{{{ dict(value_json.items() | selectattr(0, 'in', [{names}])) | tojson }}}}";
    }
}
