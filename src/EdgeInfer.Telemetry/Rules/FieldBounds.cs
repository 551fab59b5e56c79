namespace EdgeInfer.Telemetry.Rules;

/// <summary>What a rule leaves of a field's values, as a schema says it.</summary>
/// <param name="Minimum">Smallest number; null where any is allowed.</param>
/// <param name="Constant">The one number that is allowed; null where others are.</param>
/// <param name="Values">The texts that are allowed; null where any is.</param>
internal sealed record FieldBounds(int? Minimum = null, int? Constant = null, IReadOnlyList<string>? Values = null);
