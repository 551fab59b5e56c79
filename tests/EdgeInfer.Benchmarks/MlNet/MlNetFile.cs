using EdgeInfer.Benchmarks.Models;
using EdgeInfer.Trainer.MlNet;
using Microsoft.ML;

namespace EdgeInfer.Benchmarks.MlNet;

/// <summary>A fitted model as ML.NET saves it.</summary>
internal static class MlNetFile
{
    public const string Extension = ".zip";

    public static void Save(MLContext context, ITransformer model, int featureCount, FileInfo file)
    {
        var schema = context.Data.LoadFromEnumerable<FeatureRow>([], FeatureRow.Schema(featureCount)).Schema;
        using var bytes = new MemoryStream();
        context.Model.Save(model, schema, bytes);
        ArtifactsFolder.Write(file, bytes.ToArray());
    }
}
