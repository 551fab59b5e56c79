using EdgeInfer.Runtime.Configuration;
using EdgeInfer.Telemetry.Topics;
using EdgeInfer.Tests.Support;

namespace EdgeInfer.Runtime.Tests.Configuration;

public sealed class DeviceNameTests
{
    [Theory]
    [InlineData("10000000ABCDEF12\0", "10000000abcdef12")]
    [InlineData("0000000000000000\0", "pi_local")]
    [InlineData("", "pi_local")]
    [InlineData("VM-1.2\0", "vm-1_2")]
    public void TheBoardsSerialNumberIsTakenWhereItSaysAnything(string serial, string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("serial-number"), serial);
        Assert.Equal(name, DeviceName.Of(folder.File("serial-number"), "Pi.local"));
    }

    [Fact]
    public void WithoutABoardItIsTheHostsNameTurnedValid()
    {
        Assert.Equal("my_host-1", DeviceName.Of("/no/such/file", "My.Host-1"));
        Assert.True(TopicLevel.IsValid(DeviceName.Default()));
    }
}
