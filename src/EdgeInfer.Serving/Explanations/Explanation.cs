using System.Text.Json;
using EdgeInfer.Bundles.Storage;
using EdgeInfer.Bundles.Vocabulary;
using EdgeInfer.Core.Errors;
using EdgeInfer.Serving.Opening;

namespace EdgeInfer.Serving.Explanations;

/// <summary>A window's explanation as its model allows: features of trees by SHAP, all others by occlusion.</summary>
public static class Explanation
{
    /// <exception cref="InvalidInputException">The bundle cannot be explained.</exception>
    public static string Write(Bundle bundle, ReadyBundle ready, ExplainedWindow window, int top, bool json)
    {
        if (bundle.Manifest.Engine.Explanation == ExplanationMethod.TreeShap)
        {
            var features = WindowExplanation.Explain(bundle, ready, window, top);
            return json ? JsonSerializer.Serialize(features, ExplanationJson.Default.WindowExplanation) : ExplanationText.Of(features);
        }

        var segments = OcclusionExplanation.Explain(ready, window, top);
        return json ? JsonSerializer.Serialize(segments, ExplanationJson.Default.OcclusionExplanation) : OcclusionText.Of(segments);
    }
}
