namespace EdgeInfer.Trainer.Networks.Layers;

/// <summary>One layer of a network. A new kind, such as a recurrent one, is a new record of this type.</summary>
/// <param name="Name">Name of the layer's node in the graph; unique within a network.</param>
/// <param name="Input">Name of the layer that it reads, or <see cref="LayerGraph.InputName"/>.</param>
internal abstract record LayerSpec(string Name, string Input)
{
    /// <summary>Every layer that it reads.</summary>
    public virtual IReadOnlyList<string> Inputs => [Input];

    /// <summary>Name of the tensor that other layers read: behind the activation, where there is one.</summary>
    public virtual string Tensor => Name;

    /// <exception cref="ArgumentException">The layer does not fit <paramref name="input"/>.</exception>
    public abstract LayerShape OutputShape(LayerShape input);

    protected static string Activated(string name, bool relu) => relu ? $"{name}_relu" : name;
}
