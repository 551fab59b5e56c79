namespace EdgeInfer.Hub.Ingestion;

/// <param name="Seq">Null for messages without a number: availability and telemetry.</param>
internal readonly record struct ParsedMessage(Received Received, string Boot, long? Seq);
