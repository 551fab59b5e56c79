using System.Text.Json;
using EdgeInfer.Core.Errors;
using EdgeInfer.Models.Bundles;
using EdgeInfer.Runtime.Explanations.Occlusion;

namespace EdgeInfer.Runtime.Explanations;

/// <summary>A window's explanation as its model allows: features of trees by SHAP, all others by occlusion.</summary>
internal static class Explanation
{
    /// <exception cref="InvalidInputException">The bundle is unsound or cannot be explained, or there is no such window.</exception>
    public static string Write(string path, WindowChoice choice, int top, bool json)
    {
        var bundle = BundleReader.Open(path);
        if (bundle.Manifest.Engine == "tree")
        {
            var features = WindowExplanation.Of(bundle, path, choice, top);
            return json ? JsonSerializer.Serialize(features, ExplanationJson.Default.WindowExplanation) : ExplanationText.Of(features);
        }

        var segments = OcclusionExplanation.Of(bundle, path, choice, top);
        return json ? JsonSerializer.Serialize(segments, ExplanationJson.Default.OcclusionExplanation) : OcclusionText.Of(segments);
    }
}
