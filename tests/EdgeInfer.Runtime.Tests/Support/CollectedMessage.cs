using System.Text.Json;

namespace EdgeInfer.Runtime.Tests.Support;

/// <param name="Topic">Full topic.</param>
/// <param name="Payload">As text.</param>
/// <param name="Json">Parsed; null where the payload is plain text.</param>
internal sealed record CollectedMessage(string Topic, string Payload, JsonDocument? Json);
