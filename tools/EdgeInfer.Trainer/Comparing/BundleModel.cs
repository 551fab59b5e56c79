namespace EdgeInfer.Trainer.Comparing;

internal static class BundleModel
{
    public const string Network = "onnx";
}
