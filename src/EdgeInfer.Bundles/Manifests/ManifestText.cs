using System.Text.Encodings.Web;
using System.Text.Json;

namespace EdgeInfer.Bundles.Manifests;

/// <summary>model.json as bytes: the same for the same manifest, on every machine.</summary>
internal static class ManifestText
{
    // Names and attributions stand as they are read, not as escapes; whoever puts them into HTML escapes them there.
    private static readonly ManifestJson Readable =
        new(new(ManifestJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static byte[] Write(Manifest manifest) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(manifest, Readable.Manifest), (byte)'\n'];
}
