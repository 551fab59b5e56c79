using Microsoft.ML.Data;

namespace EdgeInfer.Benchmarks.MlNet;

/// <summary>What a prediction engine reads; one is enough for all rows.</summary>
internal sealed class MlNetRow
{
    public float[] Features { get; set; } = [];

    public static SchemaDefinition Schema(int featureCount)
    {
        var schema = SchemaDefinition.Create(typeof(MlNetRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, featureCount);
        return schema;
    }
}
