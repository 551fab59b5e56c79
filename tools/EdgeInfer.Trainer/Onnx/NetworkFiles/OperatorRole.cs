namespace EdgeInfer.Trainer.Onnx.NetworkFiles;

/// <summary>What becomes of an operator when a network is quantised.</summary>
internal enum OperatorRole
{
    /// <summary>Weights times activations: always in integers.</summary>
    Weighted,

    /// <summary>Add and Mul: in integers, but for arithmetic on the answers.</summary>
    Arithmetic,

    /// <summary>Relu and Clip: vanish into the range of what they follow.</summary>
    Bound,

    /// <summary>Averages: in integers.</summary>
    Average,

    /// <summary>Curves that have an integer form: in integers before a weighted layer, in float at the end.</summary>
    Curve,

    /// <summary>Concat: in integers before a weighted layer, in float at the end.</summary>
    Join,

    /// <summary>Moves or selects values: shares its input's parameters.</summary>
    Shape,

    /// <summary>Has no integer form and runs in float.</summary>
    Float,

    /// <summary>Vanishes before quantisation: folded into constants or into a neighbour.</summary>
    Absorbed,
}
