namespace EdgeInfer.Trees.Ensembles;

/// <summary>
/// Maps a raw score to a probability: p = 1 / (1 + exp(slope * raw + offset)), after J. Platt, Probabilistic Outputs
/// for Support Vector Machines (1999), with the sign that ML.NET gives the slope (negative where a higher score
/// means the class).
/// </summary>
/// <param name="Slope">Finite.</param>
/// <param name="Offset">Finite.</param>
public readonly record struct PlattCalibration(double Slope, double Offset);
