namespace EdgeInfer.Trainer.Networks.Training;

/// <summary>
/// Learning from a teacher's answers beside the labels (Hinton, Vinyals and Dean, 2015): the loss is
/// (1 - weight) CE(labels) + weight T^2 CE(softmax(teacher / T), softmax(student / T)).
/// </summary>
/// <param name="TeacherLogits">Of each training sample, unchanged by augmentation. Trees give the logarithm of their probabilities.</param>
/// <param name="Temperature">T, above 0.</param>
/// <param name="Weight">Of the teacher, 0 to 1.</param>
internal sealed record Distillation(IReadOnlyList<float[]> TeacherLogits, double Temperature = 4, double Weight = 0.7);
