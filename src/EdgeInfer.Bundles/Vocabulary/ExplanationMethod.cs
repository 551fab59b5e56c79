namespace EdgeInfer.Bundles.Vocabulary;

/// <summary>How an answer is explained.</summary>
public enum ExplanationMethod
{
    /// <summary>What each feature adds to the answer, exactly (SHAP).</summary>
    TreeShap,

    /// <summary>What is lost of the answer without each stretch of the window.</summary>
    Occlusion,
}
