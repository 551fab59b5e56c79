namespace EdgeInfer.Evaluation.Classification;

/// <summary>The figures of one group; macro means run over the classes present in the group's truth.</summary>
/// <param name="Group">Subject, machine or session.</param>
/// <param name="Windows">Its windows.</param>
/// <param name="Accuracy">Share of its windows that were named rightly.</param>
/// <param name="MacroPrecision">A class that is never predicted counts 0.</param>
/// <param name="MacroRecall">Also called balanced accuracy.</param>
/// <param name="MacroF1">Mean of the classes' F1.</param>
/// <param name="RocAuc">Macro one-versus-rest; null where the group holds one class only.</param>
public sealed record GroupFigures(
    string Group,
    long Windows,
    double Accuracy,
    double MacroPrecision,
    double MacroRecall,
    double MacroF1,
    double? RocAuc);
