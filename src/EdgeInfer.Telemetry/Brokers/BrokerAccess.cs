using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Brokers;

/// <summary>How a program reaches its broker: the address, and the files that let it in.</summary>
public sealed record BrokerAccess(BrokerAddress Address)
{
    /// <summary>User and password; null for a broker that asks for none.</summary>
    public CredentialsFile? Credentials { get; init; }

    /// <summary>Null where the address is a plain one.</summary>
    public TlsFiles? Tls { get; init; }

    /// <summary>
    /// What the options of a command say, where systemd's credential stands in for a missing <c>--credentials</c>. All files are
    /// read once, so that a mistake ends the program at its start; each connection reads them again, so that a renewed one counts.
    /// </summary>
    /// <exception cref="InvalidInputException">An option or a file is wrong; no message repeats a secret.</exception>
    public static BrokerAccess FromOptions(string broker, string? credentials, string? ca, string? clientCertificate, string? clientKey)
    {
        var address = BrokerAddress.Parse(broker, "--broker");
        RequireTls(address, "--ca", ca);
        RequireTls(address, "--client-certificate", clientCertificate);
        RequireTls(address, "--client-key", clientKey);
        RequireBoth("--client-certificate", clientCertificate, "--client-key", clientKey);
        RequireBoth("--client-key", clientKey, "--client-certificate", clientCertificate);
        var access = new BrokerAccess(address)
        {
            Credentials = credentials is null ? CredentialsFile.OfService() : new CredentialsFile(credentials),
            Tls = address.UsesTls ? new TlsFiles { Ca = ca, ClientCertificate = clientCertificate, ClientKey = clientKey } : null,
        };
        _ = access.Credentials?.Read();
        access.Tls?.Check();
        return access;
    }

    private static void RequireTls(BrokerAddress address, string option, string? value)
    {
        if (value is not null && !address.UsesTls)
            throw new InvalidInputException(option, $"needs TLS, but --broker is {address}; write mqtts://{address} for it");
    }

    private static void RequireBoth(string option, string? value, string other, string? otherValue)
    {
        if (value is not null && otherValue is null)
            throw new InvalidInputException(option, $"needs {other} FILE beside it");
    }
}
