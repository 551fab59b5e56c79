using EdgeInfer.Core.Models;
using EdgeInfer.Core.Preprocessing;

namespace EdgeInfer.Measurement.Latency;

/// <summary>A prediction as the device pays for it: from the raw window, over several windows in turn, one call after the other.</summary>
public static class ModelLatency
{
    public static Action OfWindows(IModel model, IPreprocessor preprocessor, IReadOnlyList<float[]> windows)
    {
        var (input, output, next) = (new float[model.InputLength], new float[model.OutputLength], 0);
        return () =>
        {
            preprocessor.Apply(windows[next], input);
            model.Predict(input, output);
            next = (next + 1) % windows.Count;
        };
    }

    public static Action OfInputs(IModel model, IReadOnlyList<float[]> inputs)
    {
        var (output, next) = (new float[model.OutputLength], 0);
        return () =>
        {
            model.Predict(inputs[next], output);
            next = (next + 1) % inputs.Count;
        };
    }
}
