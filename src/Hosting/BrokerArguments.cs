using System.CommandLine;
using EdgeInfer.Core.Errors;
using EdgeInfer.Telemetry.Brokers;

namespace EdgeInfer.Hosting;

/// <summary>The options of every command that needs an MQTT broker. None of them carries a secret: files do.</summary>
internal sealed class BrokerArguments
{
    private readonly Option<string> _broker = new("--broker")
    {
        Description = "HOST:PORT of the MQTT broker, mqtt://HOST[:PORT], or mqtts://HOST[:PORT] for TLS.",
        Required = true,
    };

    private readonly Option<string?> _credentials = new("--credentials")
    {
        Description = "File with the lines username=... and password=..., readable by its owner alone.",
    };

    private readonly Option<string?> _ca = new("--ca")
    {
        Description = "PEM file of the authority that signed the broker's certificate; this machine's own by default.",
    };

    private readonly Option<string?> _clientCertificate = new("--client-certificate")
    {
        Description = "PEM file of the certificate that the broker knows this device by.",
    };

    private readonly Option<string?> _clientKey = new("--client-key")
    {
        Description = "PEM file of its private key, readable by its owner alone.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_broker);
        command.Options.Add(_credentials);
        command.Options.Add(_ca);
        command.Options.Add(_clientCertificate);
        command.Options.Add(_clientKey);
    }

    /// <exception cref="InvalidInputException">An option or a file is wrong.</exception>
    public BrokerAccess Read(ParseResult parsed) => BrokerAccess.FromOptions(
        parsed.GetRequiredValue(_broker),
        parsed.GetValue(_credentials),
        parsed.GetValue(_ca),
        parsed.GetValue(_clientCertificate),
        parsed.GetValue(_clientKey));
}
