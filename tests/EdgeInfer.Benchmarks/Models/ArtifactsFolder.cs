using EdgeInfer.Tests.Support;

namespace EdgeInfer.Benchmarks.Models;

/// <summary>The checkout's artifacts/benchmarks, which no commit holds.</summary>
internal static class ArtifactsFolder
{
    public static FileInfo File(string name) => new(Path.Combine(Repository.Root, "artifacts", "benchmarks", name));

    /// <summary>All of it or nothing: a run that is stopped leaves no half of a file.</summary>
    public static void Write(FileInfo file, byte[] bytes)
    {
        file.Directory!.Create();
        var unfinished = file.FullName + ".new";
        System.IO.File.WriteAllBytes(unfinished, bytes);
        System.IO.File.Move(unfinished, file.FullName, overwrite: true);
    }
}
