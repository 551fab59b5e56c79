using System.Security.Cryptography;

namespace EdgeInfer.Tests.Support.Models;

/// <summary>A bundle's model.json with another text, sealed again: as an older exporter, or a liar, would have written it.</summary>
public static class AlteredManifest
{
    /// <param name="bundle">Folder of the bundle.</param>
    /// <param name="change">From the text that is there to the new one.</param>
    public static void Write(string bundle, Func<string, string> change)
    {
        var manifest = Path.Combine(bundle, "model.json");
        File.WriteAllText(manifest, change(File.ReadAllText(manifest)));
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(manifest)));
        File.WriteAllText(Path.Combine(bundle, "model.sha256"), $"{sha256}  model.json\n");
    }
}
