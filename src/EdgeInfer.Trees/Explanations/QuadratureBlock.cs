using System.Numerics;

namespace EdgeInfer.Trees.Explanations;

/// <summary>As many points of a quadrature over 0 to 1 as a vector has lanes.</summary>
/// <param name="Point">The points t.</param>
/// <param name="Rest">1 - t.</param>
/// <param name="Weight">Their weights.</param>
internal readonly record struct QuadratureBlock(Vector<double> Point, Vector<double> Rest, Vector<double> Weight)
{
    /// <summary>Blocks that integrate a polynomial of this degree exactly.</summary>
    public static QuadratureBlock[] ForDegree(int degree)
    {
        var lanes = Vector<double>.Count;
        var count = ((degree / 2) + lanes) / lanes * lanes;
        var (points, rests, weights) = (new double[count], new double[count], new double[count]);
        GaussLegendre.Rule(points, rests, weights);
        return [.. Enumerable.Range(0, count / lanes).Select(block => new QuadratureBlock(
            new(points, block * lanes), new(rests, block * lanes), new(weights, block * lanes)))];
    }
}
