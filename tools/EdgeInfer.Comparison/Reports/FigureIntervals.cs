namespace EdgeInfer.Comparison.Reports;

/// <summary>The intervals of the figures that stand as plain numbers beside them.</summary>
/// <param name="RocAuc">Null where no group holds two classes, and the figure is pooled.</param>
public sealed record FigureIntervals(
    FigureInterval Precision, FigureInterval Recall, FigureInterval MacroF1, FigureInterval? RocAuc);
