using System.Text.Json.Serialization.Metadata;
using EdgeInfer.Telemetry.Rules;

namespace EdgeInfer.Telemetry.Kinds;

/// <param name="Message">Type of the message, whose documentation is that of the payload.</param>
/// <param name="Json">Its fields; null where the payload is plain text.</param>
/// <param name="Texts">Every payload that there is, where it is plain text.</param>
/// <param name="Bounds">What the rules say of fields, by name.</param>
internal sealed record PayloadDescription(
    Type Message,
    string ContentType,
    JsonTypeInfo? Json,
    IReadOnlyList<string> Texts,
    IReadOnlyList<(string Field, FieldBounds? Bounds)> Bounds);
