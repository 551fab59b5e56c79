using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Telemetry.Brokers;

/// <summary>PEM files of a connection by TLS. Without one the machine's own authorities count, and we show no certificate.</summary>
public sealed record TlsFiles
{
    /// <summary>Several times the certificates of all public authorities.</summary>
    private const int Limit = 1024 * 1024;

    /// <summary>Certificates of the authorities that may have signed the broker's, in the place of the machine's own.</summary>
    public string? Ca { get; init; }

    /// <summary>The device's own certificate.</summary>
    public string? ClientCertificate { get; init; }

    /// <summary>Its private key, not encrypted, readable by its owner alone.</summary>
    public string? ClientKey { get; init; }

    /// <exception cref="InvalidInputException">A file is missing, or not what it should be, or OpenSSL is absent.</exception>
    internal void Check()
    {
        OpenSsl.Require();
        _ = ReadAuthorities();
        ReadClientCertificate()?.Dispose();
    }

    /// <summary>Null for the machine's own.</summary>
    internal X509Certificate2Collection? ReadAuthorities()
    {
        if (Ca is null)
            return null;
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPem(PublicText(Ca));
        }
        catch (CryptographicException error)
        {
            throw new InvalidInputException(Ca, $"holds a certificate that can't be read: {UserError.OneLine(error.Message)}", error);
        }

        return authorities.Count > 0
            ? authorities
            : throw new InvalidInputException(Ca, "holds no certificate in PEM (-----BEGIN CERTIFICATE-----)");
    }

    internal X509Certificate2? ReadClientCertificate()
    {
        if (ClientCertificate is null || ClientKey is null)
            return null;
        var certificate = PublicText(ClientCertificate);
        var key = SecretFile.ReadText(ClientKey, Limit);
        if (key.Contains("ENCRYPTED", StringComparison.Ordinal))
            throw new InvalidInputException(
                ClientKey, "is encrypted, and nobody is there to type its password; decrypt it: openssl pkey -in FILE -out FILE");
        try
        {
            return X509Certificate2.CreateFromPem(certificate, key);
        }
        catch (Exception error) when (error is CryptographicException or ArgumentException)
        {
            throw new InvalidInputException(
                ClientCertificate, $"and {ClientKey} are no certificate with its key in PEM: {UserError.OneLine(error.Message)}", error);
        }
    }

    private static string PublicText(string path)
    {
        try
        {
            var length = new FileInfo(path).Length;
            return length <= Limit
                ? File.ReadAllText(path)
                : throw new InvalidInputException(path, $"{length} bytes are more than certificates need (1 MiB)");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(path, $"can't be read: {UserError.OneLine(error.Message)}", error);
        }
    }
}
