using Microsoft.ML.Data;

namespace EdgeInfer.Trainer.MlNet;

/// <summary>One window as ML.NET reads it.</summary>
internal sealed class FeatureRow
{
    public float[] Features { get; init; } = [];

    /// <summary>Class of a binary fit.</summary>
    public bool Label { get; init; }

    /// <summary>Class of a fit to all of them, counted from 0.</summary>
    public uint Class { get; init; }

    /// <summary>Number that a regression learns.</summary>
    public float Target { get; init; }

    public static SchemaDefinition Schema(int featureCount, int classes = 1)
    {
        var schema = SchemaDefinition.Create(typeof(FeatureRow));
        schema[nameof(Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, featureCount);
        schema[nameof(Class)].ColumnType = new KeyDataViewType(typeof(uint), classes);
        return schema;
    }
}
