using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace EdgeInfer.Tests.Support.Certificates;

/// <summary>A private authority that signs certificates into a folder, as PEM.</summary>
public sealed class CertificateAuthority : IDisposable
{
    private readonly X509Certificate2 _root;
    private readonly string _folder;

    /// <param name="name">Its common name, and the name of its file.</param>
    public CertificateAuthority(string folder, string name)
    {
        _folder = folder;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(
            certificateAuthority: true, hasPathLengthConstraint: false, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _root = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-10), DateTimeOffset.UtcNow.AddYears(10));
        File = Path.Combine(folder, $"{name.Replace(' ', '-')}.crt");
        System.IO.File.WriteAllText(File, _root.ExportCertificatePem());
    }

    public string File { get; }

    /// <param name="host">DNS name; the loopback address stands beside 'localhost'.</param>
    /// <param name="fromDays">From today.</param>
    /// <param name="toDays">From today.</param>
    public IssuedCertificate Issue(string host = "localhost", int fromDays = -1, int toDays = 30)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost")
            names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(
            _root, includeKeyIdentifier: true, includeIssuerAndSerial: false));
        var serial = RandomNumberGenerator.GetBytes(8);
        using var certificate = request.Create(
            _root, DateTimeOffset.UtcNow.AddDays(fromDays), DateTimeOffset.UtcNow.AddDays(toDays), serial);
        var stem = Path.Combine(_folder, $"{host}-{Convert.ToHexStringLower(serial)}");
        var issued = new IssuedCertificate($"{stem}.crt", $"{stem}.key");
        System.IO.File.WriteAllText(issued.Certificate, certificate.ExportCertificatePem());
        System.IO.File.WriteAllText(issued.Key, key.ExportPkcs8PrivateKeyPem());
        FileRights.Set(issued.Key, FileRights.OwnerAlone);
        return issued;
    }

    public void Dispose() => _root.Dispose();
}
