using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Commands.Keys;
using EdgeInfer.Telemetry.Tests.Support;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Commands.Keys;

public sealed class CommandKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AMissingKeySaysHowToMakeOne() => Assert.Equal(
        $"{_folder.File("no.key")}: there is no such key; make one: (umask 077; openssl rand -out {_folder.File("no.key")} 32)",
        Refused(_folder.File("no.key")));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    public void AShortKeyIsRefused(int bytes) => Assert.Contains(
        $"a key has 32 bytes or more, this file has {bytes}", Refused(Write(bytes, OwnerOnly)), StringComparison.Ordinal);

    [Fact]
    public void ALongFileIsNoKey() => Assert.Contains(
        "more than 4 KiB are no such file", Refused(Write(4_097, OwnerOnly)), StringComparison.Ordinal);

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void AKeyThatOthersMayReadOrChangeIsRefused(UnixFileMode foreign) => Assert.Contains(
        "others than its owner may read or write it; run: chmod 600 ", Refused(Write(32, OwnerOnly | foreign)), StringComparison.Ordinal);

    [Fact]
    public void EveryByteOfTheFileIsTheKey()
    {
        var file = Write(33, OwnerOnly);
        Assert.Equal(File.ReadAllBytes(file), CommandKey.Read(file).Bytes);
    }

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static string Refused(string file) => Assert.Throws<InvalidInputException>(() => CommandKey.Read(file)).Message;

    private string Write(int bytes, UnixFileMode mode) =>
        KeyFile.Write(_folder.File("command.key"), Enumerable.Range(0, bytes).Select(i => (byte)i), mode);
}
