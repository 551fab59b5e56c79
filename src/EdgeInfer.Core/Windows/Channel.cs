namespace EdgeInfer.Core.Windows;

/// <summary>One column of a recording.</summary>
/// <param name="Name">Stable name; feature names are built from it.</param>
/// <param name="Unit">Unit of its values, for example <c>m/s2</c>, <c>rad/s</c>, <c>g</c>, <c>Hz</c>.</param>
/// <param name="Role">Signal or shaft speed.</param>
public sealed record Channel(string Name, string Unit, ChannelRole Role = ChannelRole.Signal);
