using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using EdgeInfer.Telemetry.Brokers;
using MQTTnet;

namespace EdgeInfer.Telemetry.Links;

/// <summary>Judges the certificate that a broker shows. Every objection refuses it; the first one is told.</summary>
internal sealed class ServerCertificate(string host, TlsFiles files, TimeProvider time)
{
    /// <summary>Null before the broker has shown one, and for one without an objection.</summary>
    public LinkFailedException? Refusal { get; private set; }

    public bool Accepted { get; private set; }

    public bool Accepts(MqttClientCertificateValidationEventArgs shown)
    {
        if (shown.SslPolicyErrors is SslPolicyErrors.None)
            return Accepted = true;
        var broken = shown.Chain.ChainElements.SelectMany(element => element.ChainElementStatus.Select(status => (
            element.Certificate, status.Status, status.StatusInformation))).ToArray();
        var (untimely, _, _) = broken.FirstOrDefault(one => one.Status is X509ChainStatusFlags.NotTimeValid);
        Refusal = untimely is not null ? Untimely(untimely)
            : broken.Length > 0 ? Final(Unsigned(broken[0].Certificate, broken[0].Status, broken[0].StatusInformation))
            : shown.SslPolicyErrors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) ? Final(OtherName(shown.Certificate))
            : Final("the broker shows no certificate");
        return false;
    }

    private LinkFailedException Untimely(X509Certificate2 certificate)
    {
        var now = time.GetUtcNow();
        var whose = $"the certificate of {NameOf(certificate.SubjectName)}";
        var clock = $"this device's clock says {Moment(now)}";
        return now < certificate.NotBefore.ToUniversalTime()
            ? new LinkFailedException(
                $"{whose} is not valid before {Moment(certificate.NotBefore)}, but {clock}; set it where it is wrong (timedatectl)")
            : Final($"{whose} expired on {Moment(certificate.NotAfter)}; {clock}");
    }

    private string Unsigned(X509Certificate2 certificate, X509ChainStatusFlags status, string information) => status switch
    {
        X509ChainStatusFlags.PartialChain or X509ChainStatusFlags.UntrustedRoot when files.Ca is { } ca =>
            $"the broker's certificate is signed by '{NameOf(certificate.IssuerName)}', which --ca {ca} does not hold",
        X509ChainStatusFlags.PartialChain or X509ChainStatusFlags.UntrustedRoot =>
            $"the broker's certificate is signed by '{NameOf(certificate.IssuerName)}', which this machine does not know; "
            + "name the certificate of a private authority with --ca FILE",
        _ => $"the certificate of {NameOf(certificate.SubjectName)} is not accepted: {status}, {information}",
    };

    private string OtherName(X509Certificate? shown)
    {
        string[] names = shown is X509Certificate2 certificate
            ? [.. certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(
                list => list.EnumerateDnsNames().Concat(list.EnumerateIPAddresses().Select(address => address.ToString())))]
            : [];
        return names.Length > 0
            ? $"the broker's certificate is for {string.Join(", ", names.Take(5))}, not for {host}"
            : $"the broker's certificate names no host; it needs {host} as a subject alternative name";
    }

    private static LinkFailedException Final(string reason) => new(reason) { Refused = true };

    private static string NameOf(X500DistinguishedName name) => name.EnumerateRelativeDistinguishedNames()
        .Where(part => !part.HasMultipleElements && part.GetSingleElementType().Value == "2.5.4.3")
        .Select(part => part.GetSingleElementValue())
        .FirstOrDefault() ?? name.Name;

    private static string Moment(DateTimeOffset moment) => FormattableString.Invariant($"{moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC");
}
