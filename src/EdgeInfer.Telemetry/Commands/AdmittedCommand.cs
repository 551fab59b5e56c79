using System.Text.Json;
using EdgeInfer.Telemetry.Commands.Nonces;

namespace EdgeInfer.Telemetry.Commands;

/// <summary>A command that may run.</summary>
/// <param name="Entry">What must be on disk before it does.</param>
/// <param name="Run">Carries it out, with its args.</param>
internal sealed record AdmittedCommand(string Verb, NonceEntry Entry, Func<CancellationToken, ValueTask<JsonElement>> Run);
