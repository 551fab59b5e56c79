namespace EdgeInfer.Recordings.Layout;

/// <summary>On which scale the strength of a signal tells its windows apart.</summary>
public enum AmplitudeScale
{
    Linear,

    /// <summary>It spans decades, as that of vibration over speeds: networks are given the signal on a logarithmic scale.</summary>
    Logarithmic,
}
