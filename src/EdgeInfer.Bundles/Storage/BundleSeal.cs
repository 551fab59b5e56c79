using System.Text;
using EdgeInfer.Bundles.Manifests;
using EdgeInfer.Core.Checksums;
using EdgeInfer.Core.Errors;

namespace EdgeInfer.Bundles.Storage;

/// <summary>
/// <c>model.sha256</c>, one line as sha256sum writes it. It shows that model.json was altered; who wrote it is for a signature to
/// show.
/// </summary>
/// <param name="Sha256">Of model.json, lower-case hexadecimal.</param>
internal sealed record BundleSeal(string Sha256)
{
    public static BundleSeal Of(ReadOnlySpan<byte> manifest) => new(Sha256Hex.Of(manifest));

    public byte[] ToBytes() => Encoding.ASCII.GetBytes($"{Sha256}  {BundleFiles.Manifest}\n");

    /// <param name="file">Bytes of the bundle's seal; null where it has none.</param>
    /// <param name="path">Of the bundle.</param>
    /// <exception cref="InvalidInputException">The seal is missing, is no line of sha256sum, or is of other bytes.</exception>
    public void Require(byte[]? file, string path)
    {
        var place = Path.Combine(path, BundleFiles.Seal);
        if (file is null)
            throw new InvalidInputException(
                place, $"missing: nothing shows that {BundleFiles.Manifest} is as it was exported; export the bundle again");
        var words = Encoding.ASCII.GetString(file).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words is not [var sealedHash, BundleFiles.Manifest or $"*{BundleFiles.Manifest}"]
            || !ManifestPattern.Sha256.IsMatch(sealedHash))
            throw new InvalidInputException(place, $"is not one line '<sha256>  {BundleFiles.Manifest}', as sha256sum writes it");
        if (sealedHash != Sha256)
            throw new InvalidInputException(
                Path.Combine(path, BundleFiles.Manifest),
                $"sha256 is {Sha256}, but {BundleFiles.Seal} says {sealedHash}: it was altered after the export; export the bundle again");
    }
}
