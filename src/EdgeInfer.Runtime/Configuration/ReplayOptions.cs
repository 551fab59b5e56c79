namespace EdgeInfer.Runtime.Configuration;

/// <param name="Data">Folder of the data set.</param>
/// <param name="Task">Built-in task; null where the folder describes itself.</param>
/// <param name="Split">Split; the headline where null.</param>
/// <param name="Bundles">Bundles, one or more.</param>
/// <param name="Device">Who publishes, and where.</param>
/// <param name="Run">Name of the run; the boot id where null.</param>
/// <param name="Speed">1 for the speed of the sensor.</param>
/// <param name="Loop">Begin again until stopped; the summary is of the first pass.</param>
internal sealed record ReplayOptions(
    string Data,
    string? Task,
    string? Split,
    IReadOnlyList<string> Bundles,
    DeviceOptions Device,
    string? Run,
    double Speed,
    bool Loop);
