namespace EdgeInfer.Telemetry.Outboxes.Segments;

/// <summary>Deletes files. A disk that does not let one go stops nothing that goes on; it is asked again.</summary>
internal sealed class SegmentDeletion
{
    private readonly List<string> _left = [];

    public void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone with its folder.
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            _left.Add(path);
        }
    }

    public void TryAgain()
    {
        string[] paths = [.. _left];
        _left.Clear();
        foreach (var path in paths)
            Delete(path);
    }
}
