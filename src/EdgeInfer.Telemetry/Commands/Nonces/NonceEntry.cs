using EdgeInfer.Telemetry.Commands.Wire;

namespace EdgeInfer.Telemetry.Commands.Nonces;

/// <summary>A command that was begun.</summary>
/// <param name="ExpiresMs">As its sender says.</param>
/// <param name="Digest">Checksum of the rest of it: a second command under the same nonce is told from a repetition.</param>
/// <param name="Status">How it ended; null while it runs, and where the device ended first.</param>
internal sealed record NonceEntry(string Nonce, long ExpiresMs, uint Digest, CommandStatus? Status = null);
