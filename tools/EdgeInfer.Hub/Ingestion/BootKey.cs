namespace EdgeInfer.Hub.Ingestion;

/// <summary>One run of one device: sequence numbers count within it.</summary>
public readonly record struct BootKey(string Site, string Device, string Boot);
