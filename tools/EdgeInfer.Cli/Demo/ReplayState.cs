namespace EdgeInfer.Cli.Demo;

/// <summary>
/// The runtime's state folder for one replay: empty at its beginning and gone at its end, because what an interrupted demo could
/// not deliver is no part of the next one.
/// </summary>
internal sealed class ReplayState : IDisposable
{
    /// <param name="place">Folder in which it stands.</param>
    public ReplayState(string place)
    {
        Folder = Path.Combine(place, "state");
        Dispose();
    }

    public string Folder { get; }

    public void Dispose()
    {
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
