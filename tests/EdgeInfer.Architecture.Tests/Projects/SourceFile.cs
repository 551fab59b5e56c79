namespace EdgeInfer.Architecture.Tests.Projects;

/// <param name="Folder">From the folder of its project, with slashes: `.` is the project's own.</param>
internal sealed record SourceFile(string Path, string Folder);
