using EdgeInfer.Core.Errors;
using EdgeInfer.Runtime.Configuration;

namespace EdgeInfer.Runtime.Tests.Configuration;

public sealed class BrokerAddressTests
{
    [Theory]
    [InlineData("localhost:1883", "localhost", 1883)]
    [InlineData("[::1]:1", "::1", 1)]
    public void AnAddressIsHostAndPort(string text, string host, int port) =>
        Assert.Equal(new BrokerAddress(host, port), BrokerAddress.Parse(text));

    [Theory]
    [InlineData("localhost")]
    [InlineData(":1883")]
    [InlineData("localhost:0")]
    [InlineData("localhost:65536")]
    [InlineData("localhost:-1")]
    [InlineData("localhost:1883x")]
    public void AnythingElseIsRefusedAndNamed(string text)
    {
        var error = Assert.Throws<InvalidInputException>(() => BrokerAddress.Parse(text));

        Assert.Equal($"--broker: '{text}' is not HOST:PORT", error.Message);
    }
}
