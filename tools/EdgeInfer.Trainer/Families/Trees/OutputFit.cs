using EdgeInfer.Trainer.MlNet;
using EdgeInfer.Trees.Ensembles;

namespace EdgeInfer.Trainer.Families.Trees;

/// <summary>One output, fitted by itself.</summary>
/// <param name="Trees">In summation order.</param>
/// <param name="Predictor">ML.NET's own.</param>
/// <param name="Calibration">From the raw score to the share of the class; null where the score is the share.</param>
/// <param name="Loss">On the training rows, for people.</param>
internal sealed record OutputFit(IReadOnlyList<DecisionTree> Trees, MlNetPredictor Predictor, PlattCalibration? Calibration, string Loss);
