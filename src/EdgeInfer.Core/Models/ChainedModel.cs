using EdgeInfer.Core.Numerics;

namespace EdgeInfer.Core.Models;

/// <summary>
/// Two models as one: the second answers what the first gives, as trees do on a network's embedding. Allocates when it is
/// constructed, and no more than its models after that. Where the first gives NaN or an infinity, so does the chain: NaN, whatever the
/// second would make of it. An instance serves one thread at a time.
/// </summary>
public sealed class ChainedModel : IModel
{
    private readonly IModel _first;
    private readonly IModel _second;
    private readonly float[] _between;

    /// <param name="first">Reads the input; disposed of with the chain.</param>
    /// <param name="second">Reads what <paramref name="first"/> writes; disposed of with the chain.</param>
    /// <exception cref="ArgumentException">The second takes another number of values than the first gives.</exception>
    public ChainedModel(IModel first, IModel second)
    {
        if (first.OutputLength != second.InputLength)
            throw new ArgumentException(
                $"the first model gives {first.OutputLength} values, the second takes {second.InputLength}", nameof(second));
        (_first, _second, _between) = (first, second, new float[first.OutputLength]);
    }

    public int InputLength => _first.InputLength;

    public int OutputLength => _second.OutputLength;

    public void Predict(ReadOnlySpan<float> input, Span<float> output)
    {
        _first.Predict(input, _between);
        if (FiniteValues.Are(_between))
            _second.Predict(_between, output);
        else
            output[..OutputLength].Fill(float.NaN);
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
    }
}
