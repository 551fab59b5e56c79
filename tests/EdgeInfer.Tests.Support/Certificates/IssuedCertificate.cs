namespace EdgeInfer.Tests.Support.Certificates;

/// <summary>Paths of a certificate and its private key, both PEM.</summary>
public sealed record IssuedCertificate(string Certificate, string Key);
