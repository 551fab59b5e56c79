namespace EdgeInfer.Telemetry.Brokers;

/// <summary>Files that systemd lays out for one service alone (systemd.exec, LoadCredential=).</summary>
internal static class ServiceCredentials
{
    private static string? Folder => Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } folder ? folder : null;

    public static string? Find(string name) =>
        Folder is { } folder && Path.Combine(folder, name) is var path && File.Exists(path) ? path : null;

    /// <summary>
    /// Systemd guards the folder, and lets a service's user in by an access list. Such a list shows up as the group's right to
    /// read, though no group has it.
    /// </summary>
    public static bool Holds(string path) =>
        Folder is { } folder
        && Path.GetFullPath(path).StartsWith(Path.GetFullPath(folder).TrimEnd('/') + '/', StringComparison.Ordinal);
}
