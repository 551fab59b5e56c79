using EdgeInfer.Core.Errors;
using EdgeInfer.Recordings.Opening;
using EdgeInfer.Tests.Support;
using EdgeInfer.Tests.Support.Data;

namespace EdgeInfer.Recordings.Tests.Opening;

public sealed class FileSignatureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void HalfASignatureIsNoImage()
    {
        ImageFolder.WritePngs(_folder);
        File.WriteAllBytes(_folder.File("4.png"), [0x89, 0x50, 0x4E, 0x47, .. new byte[40]]);

        Assert.Contains(
            "is neither a JPEG nor a PNG image",
            Assert.Throws<InvalidInputException>(() => RecordingSet.Open(_folder.Path)).Message,
            StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
