using EdgeInfer.Tests.Support;

namespace EdgeInfer.Architecture.Tests.Projects;

/// <summary>
/// On Linux .NET's hashes and random numbers load OpenSSL, which a device needs for TLS alone: docs/decisions/openssl.md.
/// </summary>
public sealed class CryptographyTests
{
    private static readonly string[] LoadsOpenSsl = ["SHA256.HashData", "IncrementalHash.", "RandomNumberGenerator."];

    [Fact]
    public void OnTheDeviceHashesAndRandomNumbersComeFromOnePlace() => Assert.Equal(
        ["src/EdgeInfer.Core/Checksums/Sha256Hex.cs"],
        SolutionProject.ReadAll()
            .SelectMany(project => project.SourceFiles())
            .Where(source => Array.Exists(
                LoadsOpenSsl, name => File.ReadAllText(source.Path).Contains(name, StringComparison.Ordinal)))
            .Select(source => Path.GetRelativePath(Repository.Root, source.Path))
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal)));
}
