using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Brokers;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Telemetry.Tests.Brokers;

public sealed class CredentialsFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string FilePath => _folder.File("mqtt");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("username=pi5\npassword=s3cret\n", "s3cret")]
    [InlineData("# of the lab\r\n\r\npassword= s3=cret \r\nusername=pi5\r\n", " s3=cret ")]
    [InlineData("username=pi5\npassword=\n", "")]
    public void ValuesAreWhatFollowsTheFirstEqualsSign(string text, string password)
    {
        var credentials = Written(text).Read();

        Assert.Equal(new Credentials("pi5", password), credentials);
        Assert.Equal("user pi5", credentials.ToString());
    }

    [Theory]
    [InlineData("username=pi5\ns3cret\n", ":2: begins with neither 'username=' nor 'password='")]
    [InlineData("username=pi5\npasswort=s3cret\n", ":2: begins with neither 'username=' nor 'password='")]
    [InlineData("password=s3cret\npassword=s3cret2\n", ":2: a second 'password='")]
    [InlineData("username=pi5\n", ": has no line 'password=VALUE'")]
    [InlineData("username=\npassword=s3cret\n", ": has no line 'username=VALUE'")]
    [InlineData("username=pi5\npassword=s3\0cret\n", ":2: holds the character U+0000, which MQTT forbids")]
    [InlineData("", ": has no line 'username=VALUE'")]
    public void AWrongLineIsNamedWithoutItsValue(string text, string reason)
    {
        var error = Assert.Throws<InvalidInputException>(Written(text).Read);

        Assert.Equal(FilePath + reason, error.Message);
        Assert.DoesNotContain("s3", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.GroupRead)]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void AFileThatOthersMayReadIsRefused(UnixFileMode others)
    {
        var file = Written("username=pi5\npassword=s3cret\n");
        FileRights.Set(FilePath, UnixFileMode.UserRead | others);

        Assert.Equal(
            $"{FilePath}: others than its owner may read or write it; run: chmod 600 {FilePath}",
            Assert.Throws<InvalidInputException>(file.Read).Message);
    }

    [Fact]
    public void AFileThatIsAbsentTooLongOrNoTextIsRefused()
    {
        Assert.StartsWith(
            $"{FilePath}: can't be read: ",
            Assert.Throws<InvalidInputException>(new CredentialsFile(FilePath).Read).Message,
            StringComparison.Ordinal);
        Assert.Equal(
            $"{FilePath}: more than 16 KiB are no such file",
            Assert.Throws<InvalidInputException>(Written(new string('x', 16 * 1024 + 1)).Read).Message);
        File.WriteAllBytes(FilePath, [0xFF, 0xFE]);
        Assert.Equal(
            $"{FilePath}: is no text in UTF-8", Assert.Throws<InvalidInputException>(new CredentialsFile(FilePath).Read).Message);
    }

    private CredentialsFile Written(string text)
    {
        File.WriteAllText(FilePath, text);
        FileRights.Set(FilePath, FileRights.OwnerAlone);
        return new CredentialsFile(FilePath);
    }
}
