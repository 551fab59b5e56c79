using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Brokers;

namespace EdgeInfer.Telemetry.Tests.Brokers;

public sealed class BrokerAddressTests
{
    [Theory]
    [InlineData("localhost:1883", "localhost", 1883, false, "localhost:1883")]
    [InlineData("[::1]:1", "::1", 1, false, "[::1]:1")]
    [InlineData("mqtt://broker.lan", "broker.lan", 1883, false, "broker.lan:1883")]
    [InlineData("mqtt://10.0.0.7:1884", "10.0.0.7", 1884, false, "10.0.0.7:1884")]
    [InlineData("mqtts://broker.lan", "broker.lan", 8883, true, "mqtts://broker.lan:8883")]
    [InlineData("MQTTS://[fe80::1]:9000", "fe80::1", 9000, true, "mqtts://[fe80::1]:9000")]
    [InlineData("mqtts://[fe80::1]", "fe80::1", 8883, true, "mqtts://[fe80::1]:8883")]
    [InlineData("my_broker:1883", "my_broker", 1883, false, "my_broker:1883")]
    public void AnAddressIsHostPortAndWhetherTlsIsSpoken(string text, string host, int port, bool tls, string shown)
    {
        var address = BrokerAddress.Parse(text, "--broker");

        Assert.Equal(new BrokerAddress(host, port) { UsesTls = tls }, address);
        Assert.Equal(shown, address.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("localhost")]
    [InlineData(":1883")]
    [InlineData("localhost:0")]
    [InlineData("localhost:65536")]
    [InlineData("localhost:-1")]
    [InlineData("localhost:1883x")]
    [InlineData("::1:1883")]
    [InlineData("[localhost]:1883")]
    [InlineData("two words:1883")]
    [InlineData("mqtt://")]
    [InlineData("mqtt://broker/")]
    [InlineData("mqtts://broker:")]
    public void AnythingElseIsRefusedAndNamed(string text)
    {
        var error = Assert.Throws<InvalidInputException>(() => BrokerAddress.Parse(text, "--broker"));

        Assert.Equal(
            $"--broker: '{text}' is not HOST:PORT, mqtt://HOST[:PORT], or mqtts://HOST[:PORT] for TLS", error.Message);
    }

    [Theory]
    [InlineData("ws://broker:80", "ws")]
    [InlineData("tcp://broker:1883", "tcp")]
    [InlineData("ssl://broker:8883", "ssl")]
    public void AnotherSchemeIsRefusedByItsName(string text, string scheme)
    {
        var error = Assert.Throws<InvalidInputException>(() => BrokerAddress.Parse(text, "--broker"));

        Assert.StartsWith(
            $"--broker: the scheme '{scheme}://' is not spoken here; write HOST:PORT, ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mqtt://user:s3cret@broker")]
    [InlineData("mqtts://s3cret@broker:8883")]
    [InlineData("user:s3cret@broker:1883")]
    [InlineData("ws://user:s3cret@broker")]
    [InlineData("s3cret@://broker")]
    [InlineData("mqtt://broker?password=s3cret")]
    public void APasswordInAnAddressIsRefusedWithoutRepeatingIt(string text)
    {
        var error = Assert.Throws<InvalidInputException>(() => BrokerAddress.Parse(text, "--broker"));

        Assert.Contains("--credentials FILE", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("user:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ATextThatIsTooLongIsNotRepeated() => Assert.Equal(
        "--broker: 1000 characters are no address; write HOST:PORT, mqtt://HOST[:PORT], or mqtts://HOST[:PORT] for TLS",
        Assert.Throws<InvalidInputException>(() => BrokerAddress.Parse(new string('x', 1000), "--broker")).Message);
}
